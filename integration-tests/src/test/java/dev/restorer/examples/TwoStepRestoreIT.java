package dev.restorer.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Metadata in one process and contents in another, with nothing between them but the store of the example. */
@Tag("long")
class TwoStepRestoreIT {

    private final CommandWithStores command = CommandWithStores.namedByTheVariable(BuiltExample.jarsDirectory());

    @TempDir
    Path directory;

    @Test
    void theSecondStepRestoresWhatTheFirstDecided() throws URISyntaxException {
        restore("--metadata-only", "build-42");
        assertThat(directory.resolve("layers/example_node/deps.toml")).isRegularFile();
        assertThat(directory.resolve("layers/example_node/deps")).doesNotExist();

        assertThat(restore("--contents-only", "build-42").out())
                .contains("Restoring data for \"example/node:deps\" from cache");
        assertThat(directory.resolve("layers/example_node/deps/bin/run")).isRegularFile();
    }

    @Test
    void theSecondStepOfAnotherBuildKnowsNothingOfIt() throws URISyntaxException {
        restore("--metadata-only", "build-42");

        assertThat(restore("--contents-only", "build-43").out()).contains("Removing \"example/node:deps\", wrong sha");
        assertThat(directory.resolve("layers/example_node/deps")).doesNotExist();
    }

    private Finished restore(String step, String build) throws URISyntaxException {
        Path inputs = Path.of(Objects.requireNonNull(getClass().getResource("/conformance-contents/01-match"))
                .toURI());
        Finished finished = command.run(
                "restore",
                step,
                "--layers=" + directory.resolve("layers"),
                "--group=" + inputs.resolve("group.toml"),
                "--app-metadata=" + inputs.resolve("app.json"),
                "--cache-dir=" + inputs.resolve("cache"),
                "--platform-api=0.13",
                "--sha-store=h2:" + directory.resolve("shas") + "?build=" + build);
        assertThat(finished.exitCode()).as("exit code of %s", finished).isZero();
        return finished;
    }
}
