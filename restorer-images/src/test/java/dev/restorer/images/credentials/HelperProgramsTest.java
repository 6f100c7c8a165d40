package dev.restorer.images.credentials;

import static dev.restorer.images.credentials.Homes.auth;
import static dev.restorer.images.credentials.Homes.basic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.ImageCredential;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
@Timeout(60)
class HelperProgramsTest {

    private static final String ECHO = """
            read server
            test "$1" = get || exit 9
            echo "{\\"ServerURL\\":\\"x\\",\\"Username\\":\\"u\\",\\"Secret\\":\\"$server\\"}"
            """;

    @TempDir
    Path directory;

    private Homes store(String script) throws IOException {
        return new Homes(directory).docker("{\"credsStore\":\"x\"}").program("docker-credential-x", script);
    }

    @Test
    void aProgramReceivesTheHost() throws IOException {
        assertThat(store(ECHO).credential("r.example:5000", "ns/x")).isEqualTo(basic("u", "r.example:5000"));
    }

    @Test
    void dockerHubHasItsOwnServerName() throws IOException {
        assertThat(store(ECHO).credential("index.docker.io", "library/x"))
                .isEqualTo(basic("u", "https://index.docker.io/v1/"));
    }

    @Test
    void theProgramForAHostComesBeforeTheOneForAll() throws IOException {
        Homes homes = new Homes(directory)
                .docker("{\"credsStore\":\"x\",\"credHelpers\":{\"r.example\":\"y\"}}")
                .program("docker-credential-x", "echo '{\"Username\":\"all\",\"Secret\":\"s\"}'")
                .program("docker-credential-y", "echo '{\"Username\":\"host\",\"Secret\":\"s\"}'");
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("host", "s"));
        assertThat(homes.credential("s.example", "x")).isEqualTo(basic("all", "s"));
    }

    @Test
    void withoutACredentialOfTheProgramTheFileIsUsed() throws IOException {
        Homes homes = store("echo 'credentials not found in native keychain'; exit 1");
        assertThat(homes.credential("r.example", "x")).isEmpty();
        homes.docker("{\"credsStore\":\"x\",\"auths\":{" + auth("r.example", "file", "p") + "}}");
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("file", "p"));
    }

    @Test
    void aTokenUserMeansAnIdentityToken() throws IOException {
        assertThat(store("echo '{\"Username\":\"<token>\",\"Secret\":\"i\"}'").credential("r.example", "x"))
                .isEqualTo(Optional.of(new ImageCredential.IdentityToken("i")));
    }

    @Test
    void aUserWithAColonIsAFailureOfTheProgram() throws IOException {
        Homes homes = store("echo '{\"Username\":\"a:b\",\"Secret\":\"s\"}'");
        assertThat(homes.failure("r.example", "x"))
                .hasMessageContaining("\"docker-credential-x\" failed: the user has a colon");
    }

    @Test
    void aProgramThatFailsIsNamedWithoutItsOutput() throws IOException {
        assertThat(store("echo secret; echo secret >&2; exit 3").failure("r.example", "x"))
                .hasMessageContaining("docker-credential-x")
                .hasMessageContaining("exit code 3")
                .hasMessageNotContaining("secret");
        assertThat(store("echo secret").failure("r.example", "x")).hasMessageNotContaining("secret");
    }

    @Test
    void aMissingProgramIsNamed() throws IOException {
        Homes homes = new Homes(directory).docker("{\"credsStore\":\"gone\"}");
        assertThat(homes.failure("r.example", "x"))
                .hasMessageContaining("docker-credential-gone")
                .hasMessageContaining("was not found");
    }

    @Test
    void aDirectoryThatIsNoPathIsSkipped() throws IOException {
        Homes homes = new Homes(directory).docker("{\"credsStore\":\"gone\"}").variable("PATH", "/a\0b:/usr/bin");
        assertThat(homes.failure("r.example", "x"))
                .hasMessageContaining("docker-credential-gone")
                .hasMessageContaining("was not found");
    }

    @Test
    void aNameWithASlashIsRejected() throws IOException {
        Homes homes = new Homes(directory)
                .docker("{\"credsStore\":\"../evil\"}")
                .program("evil", "echo '{\"Username\":\"u\",\"Secret\":\"s\"}'");
        homes.write("bin/docker-credential-./x", "");
        assertThat(homes.failure("r.example", "x")).hasMessageContaining("was not found");
    }

    @Test
    void aProgramThatDoesNotExitIsTerminated() throws IOException {
        Homes homes = store("sleep 300 & sleep 300").timeout(Duration.ofMillis(300));
        assertThat(homes.failure("r.example", "x")).hasMessageContaining("did not exit within 300 ms");
    }

    @Test
    void closingTerminatesARunningProgram() throws Exception {
        Homes homes = store("echo >\"" + directory + "/started\"; exec sleep 300");
        CredentialSources found = homes.find();
        CompletableFuture<?> asking = CompletableFuture.runAsync(() -> {
            FoundCredential unused = found.find("r.example", "x");
        });
        while (!directory.resolve("started").toFile().exists()) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
        found.close();
        assertThat(asking).failsWithin(Duration.ofSeconds(1));
    }
}
