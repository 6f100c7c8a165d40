package dev.restorer.api;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a restore did for one buildpack.
 *
 * @param buildpack the buildpack
 * @param directory its directory in the layers directory, or null if its id is not safe as a directory name
 * @param store the {@code store.toml} that was written, or null if none was
 * @param layers the outcome of each decision about metadata, in the order of the plan; empty if only contents were
 *     restored
 * @param contents the outcome for the contents of each cached layer, by name; empty if only metadata was restored
 * @since 0.1
 */
public record BuildpackReport(
        Buildpack buildpack,
        @Nullable Path directory,
        @Nullable Path store,
        List<LayerOutcome> layers,
        List<ContentsOutcome> contents) {

    /**
     * Copies the lists.
     *
     * @param buildpack the buildpack
     * @param directory its directory in the layers directory, or null if its id is not safe as a directory name
     * @param store the {@code store.toml} that was written, or null if none was
     * @param layers the outcome of each decision about metadata, in the order of the plan
     * @param contents the outcome for the contents of each cached layer, by name
     * @throws NullPointerException if buildpack, layers or contents is null
     */
    public BuildpackReport {
        Objects.requireNonNull(buildpack, "buildpack");
        layers = List.copyOf(layers);
        contents = List.copyOf(contents);
    }

    /**
     * Returns the file that was written for a layer.
     *
     * @param outcome one of {@link #layers()}
     * @return the path of the file, or null if none was written
     */
    public @Nullable Path written(LayerOutcome outcome) {
        String written = outcome.written();
        return directory == null || written == null ? null : directory.resolve(written);
    }
}
