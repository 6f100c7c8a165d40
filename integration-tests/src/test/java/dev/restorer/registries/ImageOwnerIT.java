package dev.restorer.registries;

import static dev.restorer.registries.ImageBuild.assertDone;
import static dev.restorer.registries.ImageBuild.assertOneError;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.fixtures.TestKeys;
import dev.restorer.process.Finished;
import dev.restorer.process.InstalledCommand;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root starts a restore from images for the user of the build, with files that only root can read. */
@OwnJvm(Start.MAY_GIVE_AWAY)
@Tag("long")
class ImageOwnerIT {

    /** The password p:a of the user u, by bcrypt. */
    private static final String HTPASSWD = "u:$2b$04$aaaaaaaaaaaaaaaaaaaaaO40pqIffTuxFWsvFJ2TGOqxL3mF07e2i\n";

    private static final String AUTH = Base64.getEncoder().encodeToString("u:p:a".getBytes(UTF_8));

    @TempDir
    static Path commandDirectory;

    @TempDir
    Path directory;

    private static InstalledCommand command;

    private ImageBuild build;

    @BeforeAll
    static void install() throws IOException {
        mode(commandDirectory, "rwxr-xr-x");
        command = InstalledCommand.in(commandDirectory.resolve("command"));
    }

    @BeforeEach
    void makeBuild() throws IOException {
        mode(directory, "rwxr-xr-x");
        build = new ImageBuild(directory);
        mode(build.group(), "rw-r--r--");
        mode(directory.resolve("app.json"), "rw-r--r--");
        build.cache.write("1");
    }

    private static void mode(Path path, String mode) throws IOException {
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(mode));
    }

    private DockerRegistry registry(String http) throws IOException, InterruptedException {
        try (DockerRegistry open = DockerRegistry.start(directory)) {
            open.push(build.cache.directory(), "1");
        }
        Path passwords = Files.writeString(directory.resolve("htpasswd"), HTPASSWD);
        return DockerRegistry.start(directory, http, "auth: {htpasswd: {realm: r, path: " + passwords + "}}\n");
    }

    private Finished restore(DockerRegistry registry, String... variables) {
        List<String> words = new ArrayList<>(List.of("env", "RESTORER_JAVA_OPTS=-Xshare:auto"));
        words.addAll(List.of(variables));
        words.addAll(List.of(command.command(), "restore", "--layers", build.layers.toString()));
        words.addAll(List.of("--group", build.group().toString()));
        words.addAll(List.of("--app-metadata", directory.resolve("app.json").toString()));
        words.addAll(List.of("-uid", "1000", "-gid", "1001", "--cache-image", registry.name() + "/a/b:1"));
        return Processes.run(words);
    }

    /** Writes a file that only root can read. */
    private Path ofRoot(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        mode(file, "rw-------");
        return file;
    }

    private static String auths(DockerRegistry registry) {
        return "{\"auths\":{\"" + registry.name() + "\":{\"auth\":\"" + AUTH + "\"}}}";
    }

    private void assertRestoredForOwner(Finished run) throws IOException {
        assertDone(run);
        build.assertCacheRestored();
        assertThat(Files.getAttribute(build.layers.resolve("bp/x/file"), "unix:uid", LinkOption.NOFOLLOW_LINKS))
                .isEqualTo(1000);
    }

    @Test
    void credentialsInAHomeDirectoryOfRootAreUsed() throws Exception {
        try (DockerRegistry registry = registry("")) {
            ofRoot("root/.docker/config.json", auths(registry));
            mode(directory.resolve("root"), "rwx------");
            assertRestoredForOwner(restore(registry, "HOME=" + directory.resolve("root")));
        }
    }

    @Test
    void credentialsBehindALinkOfRootAreUsed() throws Exception {
        try (DockerRegistry registry = registry("")) {
            Path file = ofRoot("mounted/data/config.json", auths(registry));
            Files.createSymbolicLink(directory.resolve("mounted/config.json"), file);
            assertRestoredForOwner(restore(registry, "DOCKER_CONFIG=" + directory.resolve("mounted")));
        }
    }

    @Test
    void aLongFileOfPodmanIsUsed() throws Exception {
        try (DockerRegistry registry = registry("")) {
            Path file = ofRoot("auth.json", auths(registry) + " ".repeat(200_000));
            assertRestoredForOwner(
                    restore(registry, "HOME=" + directory.resolve("none"), "REGISTRY_AUTH_FILE=" + file));
        }
    }

    @Test
    void aCertificateThatOnlyRootCanReadIsTrusted() throws Exception {
        TestKeys keys = new TestKeys(directory);
        String tls = ", tls: {certificate: " + keys.certificate() + ", key: " + keys.keyFile() + "}";
        try (DockerRegistry registry = registry(tls)) {
            ofRoot("docker/config.json", auths(registry));
            mode(keys.certificate(), "rw-------");
            assertRestoredForOwner(restore(
                    registry,
                    "DOCKER_CONFIG=" + directory.resolve("docker"),
                    "SSL_CERT_FILE=" + directory.resolve("certificate.pem")));
        }
    }

    @Test
    void aDirectoryOfCertificatesThatOnlyRootCanReadIsOneErrorWithWhatToDo() throws Exception {
        TestKeys keys = new TestKeys(directory);
        String tls = ", tls: {certificate: " + keys.certificate() + ", key: " + keys.keyFile() + "}";
        Path certificates = Files.createDirectory(directory.resolve("certificates"));
        Files.copy(keys.certificate(), certificates.resolve("a.pem"));
        mode(certificates, "rwx------");
        try (DockerRegistry registry = registry(tls)) {
            assertThat(assertOneError(
                            restore(registry, "HOME=" + directory.resolve("none"), "SSL_CERT_DIR=" + certificates)))
                    .contains(certificates.toString(), "may not read", "SSL_CERT_FILE");
        }
    }

    @Test
    void aClosedHomeDirectoryWithoutCredentialsIsNoError() throws Exception {
        mode(Files.createDirectory(directory.resolve("root")), "rwx------");
        try (DockerRegistry registry = registry("")) {
            Finished run = restore(registry, "HOME=" + directory.resolve("root"));
            assertDone(run);
            assertThat(run.out()).contains("Layer cache not found");
        }
    }

    /** The registry is asked without credentials, with a warning, and refuses. */
    private static void assertDenied(Finished run, Path file) {
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        for (String level : List.of("Warning: ", "ERROR: ")) {
            assertThat(run.err())
                    .filteredOn(line -> line.startsWith(level) && line.contains(file + ": permission is denied"))
                    .as("%s", run)
                    .hasSize(1);
        }
    }

    /** The user could let root read any file with a link. */
    @ParameterizedTest
    @ValueSource(strings = {"rwxrwxrwx", "rwxr-xr-x"})
    void aFileInADirectoryThatTheUserCanChangeIsNotReadAsRoot(String mode) throws Exception {
        try (DockerRegistry registry = registry("")) {
            Path secret = ofRoot("secret", auths(registry));
            Path home = Files.createDirectories(directory.resolve("home/.docker"));
            Files.createSymbolicLink(home.resolve("config.json"), secret);
            Files.setAttribute(home, "unix:uid", 1000);
            mode(home, mode);
            assertDenied(restore(registry, "HOME=" + directory.resolve("home")), home.resolve("config.json"));
        }
    }

    @Test
    void aLinkOfRootThatLeadsThroughADirectoryOfTheUserIsNotReadAsRoot() throws Exception {
        try (DockerRegistry registry = registry("")) {
            Path secret = ofRoot("secret", auths(registry));
            Path home = Files.createDirectory(directory.resolve("home"));
            Path ofUser = Files.createSymbolicLink(home.resolve("auth.json"), secret);
            Files.setAttribute(home, "unix:uid", 1000);
            Path ofRoot = Files.createSymbolicLink(directory.resolve("auth.json"), ofUser);
            assertDenied(restore(registry, "HOME=" + home, "REGISTRY_AUTH_FILE=" + ofRoot), ofRoot);
        }
    }

    @Test
    void noArgumentAndNoVariableHasTheCredentials() throws Exception {
        try (DockerRegistry registry = registry("")) {
            ofRoot("docker/config.json", auths(registry));
            Path programs = Files.createDirectories(directory.resolve("programs"));
            Path seen = Files.createFile(directory.resolve("seen"));
            for (String name : List.of("setpriv", "od", "tr", "readlink")) {
                Path program =
                        Files.writeString(programs.resolve(name), """
                        #!/bin/sh
                        { echo "$0 $*"; env; } >>%s
                        PATH=%s exec %s "$@"
                        """.formatted(seen, System.getenv("PATH"), name));
                mode(program, "rwxr-xr-x");
            }
            assertRestoredForOwner(restore(
                    registry,
                    "DOCKER_CONFIG=" + directory.resolve("docker"),
                    "PATH=" + programs + ":" + System.getenv("PATH")));
            assertThat(seen).content().contains("setpriv --reuid=1000", "/od ").doesNotContain(AUTH);
        }
    }
}
