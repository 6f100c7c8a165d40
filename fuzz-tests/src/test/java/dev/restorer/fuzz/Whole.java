package dev.restorer.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.RestoreReport;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What a restore says of contents has to be so: a layer has its contents and its metadata, or neither. */
final class Whole {

    private Whole() {}

    static void require(RestoreReport report) {
        for (BuildpackReport buildpack : report.buildpacks()) {
            Path directory = buildpack.directory();
            if (directory != null) {
                buildpack.contents().forEach(outcome -> require(directory, outcome));
            }
        }
    }

    private static void require(Path directory, ContentsOutcome outcome) {
        String layer = outcome.decision().id().layer();
        Path contents = directory.resolve(layer);
        Path metadata = directory.resolve(layer + ".toml");
        if (outcome instanceof ContentsOutcome.Restored) {
            assertThat(contents).isDirectory();
            assertThat(metadata).isRegularFile();
        } else if (outcome instanceof ContentsOutcome.Removed removed && isAlone(layer, removed)) {
            assertThat(Files.exists(contents, LinkOption.NOFOLLOW_LINKS))
                    .as("contents of a removed layer")
                    .isFalse();
            assertThat(Files.exists(metadata, LinkOption.NOFOLLOW_LINKS))
                    .as("metadata of a removed layer")
                    .isFalse();
        }
    }

    /** The file of a layer called store is the buildpack's, and a decision may leave a layer to another buildpack. */
    private static boolean isAlone(String layer, ContentsOutcome.Removed removed) {
        return removed.kind() != RemovalKind.DECIDED && !layer.equals("store");
    }
}
