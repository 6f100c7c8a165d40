package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.cli.process.Launch;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An input that is a standard stream. If that was closed, the null device is open in its place. */
class ClosedInputTest {

    private final Run run = new Run();

    private void close(int descriptor) {
        run.launch = new Launch(true, null, Set.of(descriptor), Map::of, null);
    }

    @ParameterizedTest
    @CsvSource({
        "--group,          /dev/stdin,       0",
        "--group,          /proc/self/fd/2,  2",
        "--analyzed,       /dev/fd/1,        1",
        "--app-metadata,   /dev/stdin,       0",
        "--cache-metadata, /dev/stdin,       0"
    })
    void aClosedStreamIsAnError(String flag, String stream, int descriptor) {
        close(descriptor);
        assertThat(run.with("restore", flag, stream)).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly("ERROR: " + flag + " is " + stream + ", which is closed. Open it, or give " + flag
                        + " a file.");
        assertThat(run.restorer.restored()).isEmpty();
    }

    @Test
    void aLinkToAClosedStreamIsAnErrorOfExplainToo(@TempDir Path directory) throws Exception {
        close(0);
        Path link = Files.createSymbolicLink(directory.resolve("group.toml"), Path.of("/dev/stdin"));
        assertThat(run.with("explain", "--group", link.toString())).isEqualTo(42);
    }

    @Test
    void anotherStreamIsRead() {
        close(2);
        assertThat(run.with("restore", "--group", "/dev/stdin")).isZero();
    }

    @Test
    void aClosedStreamForTheMirrorsOfRunImagesIsAnErrorWhereTheyMayBeRead() {
        close(0);
        run.reader.hasExtensions = true;
        assertThat(run.with("restore", "--run", "/dev/stdin")).isEqualTo(42);
        assertThat(run.errors())
                .containsExactly("ERROR: --run is /dev/stdin, which is closed. Open it, or give --run a file.");
        assertThat(run.baseImageRequests).isEmpty();
    }
}
