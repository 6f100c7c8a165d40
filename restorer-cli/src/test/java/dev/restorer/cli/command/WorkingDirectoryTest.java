package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.cli.process.Launch;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with a deleted working directory. */
class WorkingDirectoryTest {

    private final Run run = new Run();

    @BeforeEach
    void deleteWorkingDirectory() {
        run.launch = new Launch(false, null, Set.of(), Map::of, null);
    }

    @Test
    void absolutePathsAreAccepted() {
        assertThat(run.with("restore", "--group", "/g", "--cache-dir", "/c", "--app-metadata", "/a"))
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--layers=x",
                "--group=x",
                "--analyzed=x",
                "--app-metadata=x",
                "--cache-dir=x",
                "--cache-metadata=x",
                "--report=x"
            })
    void aRelativePathIsAnErrorThatNamesItsFlag(String flag) {
        String name = flag.replace("=x", "");
        assertThat(run.with("restore", flag)).isEqualTo(42);
        assertThat(run.err())
                .containsExactly("ERROR: The working directory was deleted, and " + name
                        + " is the relative path \"x\"."
                        + " Give an absolute path, or run in another directory.");
        assertThat(run.reader.calls).isEmpty();
    }

    @Test
    void aRelativeDefaultIsAnErrorThatNamesItsFlag() {
        assertThat(run.with("restore", "--platform-api=0.4")).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().contains("--group is the relative path \"group.toml\"");
    }
}
