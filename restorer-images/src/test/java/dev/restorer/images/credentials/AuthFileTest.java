package dev.restorer.images.credentials;

import static dev.restorer.images.credentials.Homes.auth;
import static dev.restorer.images.credentials.Homes.basic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.ImageCredential;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthFileTest {

    @TempDir
    Path directory;

    private Homes auths(String... entries) throws IOException {
        return new Homes(directory).docker("{\"auths\":{" + String.join(",", entries) + "},\"other\":[{}]}");
    }

    @Test
    void theMostSpecificKeyIsUsed() throws IOException {
        Homes homes =
                auths(auth("r.example", "a", "1"), auth("r.example/ns", "b", "2"), auth("r.example/ns/x", "c", "3"));
        assertThat(homes.credential("r.example", "ns/x")).isEqualTo(basic("c", "3"));
        assertThat(homes.credential("r.example", "ns/y/z")).isEqualTo(basic("b", "2"));
        assertThat(homes.credential("r.example", "nsx")).isEqualTo(basic("a", "1"));
    }

    @Test
    void anEntryOfAnotherHostOrPortIsNotUsed() throws IOException {
        Homes homes = auths(auth("r.example", "a", "1"), auth("s.example:5000", "b", "2"));
        assertThat(homes.credential("r.example:443", "x")).isEmpty();
        assertThat(homes.credential("s.example", "x")).isEmpty();
        assertThat(homes.credential("sub.r.example", "x")).isEmpty();
        assertThat(homes.credential("S.example:5000", "x")).isEqualTo(basic("b", "2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://index.docker.io/v1/",
                "index.docker.io",
                "docker.io",
                "https://registry-1.docker.io",
                "docker.io/library/ubuntu"
            })
    void dockerHubHasManyNames(String key) throws IOException {
        assertThat(auths(auth(key, "a", "1")).credential("index.docker.io", "library/ubuntu"))
                .isEqualTo(basic("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://r.example", "https://r.example/v2/", "http://r.example/", "r.example/v1"})
    void aUrlIsUsedForItsHost(String key) throws IOException {
        assertThat(auths(auth(key, "a", "1")).credential("r.example", "x")).isEqualTo(basic("a", "1"));
    }

    /** Files may have entries of both forms, of which one is of a version of Docker that wrote URLs. */
    @Test
    void theKeyAsDockerWritesItComesFirst() throws IOException {
        String[] entries = {auth("r.example:5000", "a", "1"), auth("https://r.example:5000/v2/", "b", "2")};
        assertThat(auths(entries).credential("r.example:5000", "x")).isEqualTo(basic("a", "1"));
        assertThat(auths(entries[1], entries[0]).credential("r.example:5000", "x"))
                .isEqualTo(basic("a", "1"));
        String[] hub = {auth("https://index.docker.io/v1/", "a", "1"), auth("docker.io", "b", "2")};
        assertThat(auths(hub).credential("index.docker.io", "x")).isEqualTo(basic("a", "1"));
        assertThat(auths(hub[1], hub[0]).credential("index.docker.io", "x")).isEqualTo(basic("a", "1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \r\n\t"})
    void aBlankFileHasNoCredentials(String text) throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(new Homes(directory).docker(text).credential("r.example", "x"))
                    .isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void fieldsMayBeInAnotherCase() throws IOException {
        Homes homes =
                new Homes(directory).docker("{\"AUTHS\":{\"r.example\":{\"Username\":\"u\",\"Password\":\"p\"}}}");
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("u", "p"));
    }

    @Test
    void aPasswordMayHaveColons() throws IOException {
        assertThat(auths(auth("r.example", "a", "x:y:")).credential("r.example", "x"))
                .isEqualTo(basic("a", "x:y:"));
    }

    @Test
    void tokensAndPlainPasswordsAreRead() throws IOException {
        Homes homes = auths(
                "\"a.example\":{\"username\":\"u\",\"password\":\"p\"}",
                "\"b.example\":{\"auth\":\"" + Homes.base64("u:p") + "\",\"identitytoken\":\"i\"}",
                "\"c.example\":{\"registrytoken\":\"t\"}",
                "\"d.example\":{}");
        assertThat(homes.credential("a.example", "x")).isEqualTo(basic("u", "p"));
        assertThat(homes.credential("b.example", "x")).isEqualTo(Optional.of(new ImageCredential.IdentityToken("i")));
        assertThat(homes.credential("c.example", "x")).isEqualTo(Optional.of(new ImageCredential.Bearer("t")));
        assertThat(homes.credential("d.example", "x")).isEmpty();
    }

    @Test
    void anInvalidEntryIsReportedWithoutItsValue() throws IOException {
        Homes homes = auths("\"r.example\":{\"auth\":\"secret!\"}");
        assertThat(homes.failure("r.example", "ns/x"))
                .hasMessageContaining("r.example/ns/x")
                .hasMessageContaining("config.json")
                .hasMessageNotContaining("secret");
        assertThat(homes.credential("s.example", "x")).isEmpty();
    }

    @Test
    void aUserWithAColonIsReported() throws IOException {
        Homes homes = auths("\"r.example\":{\"username\":\"a:b\",\"password\":\"secret\"}");
        assertThat(homes.failure("r.example", "x"))
                .hasMessageContaining("has no valid user and password")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"auths\":secret}", "{\"auths\":{\"r\":\"secret\"}}", "[\"secret\"]", "{} secret"})
    void aDamagedFileIsReportedWithoutItsContent(String json) throws IOException {
        Homes homes = new Homes(directory).docker(json);
        assertThat(homes.failure("r.example", "x"))
                .hasMessageContaining("config.json")
                .hasMessageNotContaining("secret");
    }
}
