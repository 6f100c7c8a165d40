package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The names of files are not limited by the locale of a build. */
class LocaleIT {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"LC_ALL=C", "LC_ALL=xx_YY.UTF-8", "LANG=de_DE.ISO-8859-1", "LOCPATH=/nowhere"})
    void namesBeyondAsciiAreRestoredInEveryLocale(String variable) {
        CacheDirectory cache = new CacheDirectory(directory)
                .layer("x", layer -> layer.file("K\u00e4se", 0644, "content"))
                .write("0.10");
        Restore restore = new Restore(cache, directory.resolve("layers"));
        Finished run = restore.runBy(List.of("env", "-u", "LC_ALL", variable));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err()).isEmpty();
    }
}
