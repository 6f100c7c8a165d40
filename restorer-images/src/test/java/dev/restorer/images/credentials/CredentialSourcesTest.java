package dev.restorer.images.credentials;

import static dev.restorer.images.credentials.Homes.auth;
import static dev.restorer.images.credentials.Homes.base64;
import static dev.restorer.images.credentials.Homes.basic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.restorer.api.ProviderException;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.ImageCredential;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialSourcesTest {

    @TempDir
    Path directory;

    private static String file(String user) {
        return "{\"auths\":{" + auth("r.example", user, "p") + "}}";
    }

    @Test
    void theFirstSourceWithACredentialIsUsed() throws IOException {
        Homes homes = new Homes(directory);
        assertThat(homes.credential("r.example", "x")).isEmpty();
        homes.write("run/containers/auth.json", file("podman"));
        homes.variable("XDG_RUNTIME_DIR", directory.resolve("run").toString());
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("podman", "p"));
        homes.variable(
                "REGISTRY_AUTH_FILE", homes.write("auth.json", file("named")).toString());
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("named", "p"));
        homes.docker(file("home"));
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("home", "p"));
        homes.write("docker/config.json", file("docker"));
        homes.variable("DOCKER_CONFIG", directory.resolve("docker").toString());
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("docker", "p"));
        homes.variable("DOCKER_AUTH_CONFIG", file("docker-variable"));
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("docker-variable", "p"));
        homes.variable("CNB_REGISTRY_AUTH", "{\"r.example\":\"Basic " + base64("variable:p") + "\"}");
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("variable", "p"));
        homes.passed((registry, repository) -> basic("passed", "p"));
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("passed", "p"));
    }

    @Test
    @SuppressWarnings("NullAway") // as in a class in another language
    void credentialsThatReturnNullOrThrowAreAnErrorThatNamesTheirClass() {
        ImageCredentials without = (registry, repository) -> null;
        ImageCredentials failing = (registry, repository) -> {
            throw new IllegalStateException("a defect");
        };
        Homes homes = new Homes(directory);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> homes.passed(without).credential("r.example", "x"))
                .withMessage(without.getClass().getName() + " returned null instead of credentials for r.example/x."
                        + " Report it to the developers of that source of credentials, or use another one.");
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> homes.passed(failing).credential("r.example", "x"))
                .withMessageStartingWith(
                        failing.getClass().getName() + " threw java.lang.IllegalStateException: a defect. ");
    }

    @Test
    void theVariableContainsHeaders() {
        Homes homes = new Homes(directory)
                .variable(
                        "CNB_REGISTRY_AUTH",
                        "{\"a.example\":\"Bearer t\",\"b.example\":\"X-Identity i\",\"docker.io\":\"basic "
                                + base64("u:a:b") + "\",\"c.example/ns\":\"Bearer n\",\"d.example\":\"secret\"}");
        assertThat(homes.credential("a.example", "x")).isEqualTo(Optional.of(new ImageCredential.Bearer("t")));
        assertThat(homes.credential("b.example", "x")).isEqualTo(Optional.of(new ImageCredential.IdentityToken("i")));
        assertThat(homes.credential("index.docker.io", "library/x")).isEqualTo(basic("u", "a:b"));
        assertThat(homes.credential("c.example", "ns/x")).isEqualTo(Optional.of(new ImageCredential.Bearer("n")));
        assertThat(homes.credential("c.example", "x")).isEmpty();
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> homes.credential("d.example", "x"))
                .withMessageContaining("CNB_REGISTRY_AUTH for d.example")
                .withMessageNotContaining("secret");
    }

    @Test
    void anInvalidVariableIsReportedWithoutItsValue() {
        Homes homes = new Homes(directory).variable("CNB_REGISTRY_AUTH", "Basic secret");
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> homes.credential("r.example", "x"))
                .withMessageContaining("CNB_REGISTRY_AUTH")
                .withMessageNotContaining("secret");
    }

    @Test
    void aRegistryThatTheVariableOfDockerDoesNotHaveIsLookedForInFiles() throws IOException {
        Homes homes = new Homes(directory).docker(file("home"));
        homes.variable("DOCKER_AUTH_CONFIG", "{\"auths\":{" + auth("s.example", "variable", "p") + "}}");
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("home", "p"));
        assertThat(homes.credential("s.example", "x")).isEqualTo(basic("variable", "p"));
    }

    @Test
    void noProgramOfTheVariableOfDockerIsRun() {
        Homes homes = new Homes(directory)
                .variable("DOCKER_AUTH_CONFIG", "{\"credsStore\":\"none\",\"credHelpers\":{\"r.example\":\"none\"}}");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(homes.credential("r.example", "x")).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void anInvalidVariableOfDockerIsAWarningWithoutItsValueAndFilesAreUsed() throws IOException {
        Homes homes = new Homes(directory).docker(file("home")).variable("DOCKER_AUTH_CONFIG", "secret");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(homes.credential("r.example", "x")).isEqualTo(basic("home", "p"));
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN No credentials are read from DOCKER_AUTH_CONFIG: ")
                    .endsWith(". Correct or remove it.")
                    .doesNotContain("secret");
        }
    }

    @Test
    void anEmptyVariableOfDockerIsNoWarning() {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(new Homes(directory).variable("DOCKER_AUTH_CONFIG", " ").credential("r.example", "x"))
                    .isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void filesAreReadAtOpening() throws IOException {
        Homes homes = new Homes(directory).docker(file("early"));
        try (CredentialSources found = homes.find()) {
            Files.delete(directory.resolve(".docker/config.json"));
            assertThat(found.find("r.example", "x").credential()).isEqualTo(new ImageCredential.Basic("early", "p"));
        }
    }

    @Test
    void anUnreadableFileIsReportedOnlyIfItIsNeeded() throws IOException {
        Homes homes = new Homes(directory).docker(file("home")).variable("REGISTRY_AUTH_FILE", directory.toString());
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("home", "p"));
        assertThat(homes.failure("s.example", "x")).hasMessageContaining("from " + directory + ": ");
        assertThat(homes.variable("REGISTRY_AUTH_FILE", "/dev/null").credential("s.example", "x"))
                .isEmpty();
    }

    @Test
    void aHomeDirectoryThatIsAFileHasNoCredentials() {
        Homes homes = new Homes(directory).variable("HOME", "/dev/null");
        assertThat(homes.credential("r.example", "x")).isEmpty();
        assertThat(homes.variable("DOCKER_CONFIG", "/dev/null").credential("r.example", "x"))
                .isEmpty();
    }

    @Test
    void aFileInPlaceOfTheDirectoryOfDockerIsAWarningWithWhatToName() throws IOException {
        Path file = new Homes(directory).write("config.json", file("docker"));
        Homes homes = new Homes(directory).variable("DOCKER_CONFIG", file.toString());
        try (CapturedLog log = new CapturedLog()) {
            assertThat(homes.credential("r.example", "x")).isEmpty();
            assertThat(log.lines())
                    .containsExactly("WARN DOCKER_CONFIG names a file, " + file
                            + ", so no credentials are read from it. Name the directory that holds config.json.");
        }
    }

    @Test
    void noFileIsNoWarning() {
        try (CapturedLog log = new CapturedLog()) {
            for (String none : List.of(
                    "/dev/null", directory.toString(), directory.resolve("none").toString())) {
                assertThat(new Homes(directory).variable("DOCKER_CONFIG", none).credential("r.example", "x"))
                        .isEmpty();
            }
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void theContentThatIsGivenForAFileIsUsedInItsPlace() throws IOException {
        Homes homes = new Homes(directory).docker("no JSON");
        homes.given(directory.resolve(".docker/config.json"), file("given"));
        assertThat(homes.credential("r.example", "x")).isEqualTo(basic("given", "p"));
    }

    @Test
    void emptyContentThatIsGivenMeansThatThereIsNoSuchFile() throws IOException {
        Homes homes = new Homes(directory).docker("no JSON");
        homes.given(directory.resolve(".docker/config.json"), "");
        assertThat(homes.credential("r.example", "x")).isEmpty();
    }
}
