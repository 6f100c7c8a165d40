package dev.restorer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.contents.CacheDirectory;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The image restores in the root directory of a build image, in place of the lifecycle's restorer. */
@Tag("long")
class OciLayoutIT {

    private static final String COMMAND = "/cnb/lifecycle/restorer";

    @TempDir
    Path directory;

    private Path root;

    @BeforeEach
    void createDirectory() throws IOException {
        root = Files.createDirectories(directory.resolve("root"));
    }

    @Test
    void restoresWithTheFlagsOfTheLifecycle() throws IOException {
        RootDirectory image = RootDirectory.with(Distribution.ociLayout(), root);
        CacheDirectory build = new CacheDirectory(root.resolve("build"))
                .layer("plain", layer -> layer.directory("", 0755).file("file", 0644, "plain"))
                .compressedLayer("packed", layer -> layer.directory("", 0755).file("file", 0644, "packed"));
        build.write("0.10");
        List<String> words =
                List.of(COMMAND, "-layers", "/layers", "-group", "/build/group.toml", "-cache-dir", "/build/cache");

        Finished restore = Processes.run(image.command(Start.MAY_MOUNT.command(), words));

        assertThat(restore.exitCode()).as("%s", restore.err()).isZero();
        assertThat(root.resolve("layers/bp/plain/file")).hasContent("plain");
        assertThat(root.resolve("layers/bp/packed/file")).hasContent("packed");
        assertThat(root.resolve("layers/bp/plain.toml")).content().contains("plain");
    }

    @Test
    void isTheEntrypointOfTheImage() throws IOException {
        assertThat(RootDirectory.config(Distribution.ociLayout())).contains("\"Entrypoint\":[\"" + COMMAND + "\"]");
    }
}
