package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.ProviderException;
import dev.restorer.api.Quoted;
import dev.restorer.api.RestoreRequest;
import dev.restorer.spi.FileShaStore;
import dev.restorer.spi.ShaStoreException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests with a fake store that keeps diff ids next to the metadata of their layers. */
class FileShaStoreTest {

    private static final class Store implements FileShaStore {

        final Map<String, String> puts = new LinkedHashMap<>();
        final Path directory;

        @Nullable
        ShaStoreException refusal;

        /** What is wrong with the store, if anything. */
        Defect defect = (directory, files) -> files;

        Store(Path directory) {
            this.directory = directory;
        }

        @Override
        public boolean keepsIn(Path asked, String buildpackId) {
            defect.of(asked, Map.of());
            return asked.equals(directory);
        }

        @Override
        public Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds) {
            if (refusal != null) {
                throw refusal;
            }
            Map<String, byte[]> files = new LinkedHashMap<>();
            diffIds.forEach((layer, diffId) -> files.put(layer + ".id", diffId.getBytes(StandardCharsets.UTF_8)));
            return defect.of(null, files);
        }

        @Override
        public void put(String buildpackId, String layer, String diffId) {
            puts.put(buildpackId + ":" + layer, diffId);
        }

        @Override
        public Optional<String> get(String buildpackId, String layer) {
            return Optional.empty();
        }

        @Override
        public void close() {}
    }

    /** Receives the directory that the store is asked about, or the files that it returns. */
    private interface Defect {
        Map<String, byte[]> of(@Nullable Path asked, Map<String, byte[]> files);
    }

    @TempDir
    Path layers;

    private Store store;

    @BeforeEach
    void keepBeside() {
        store = new Store(layers.resolve("a_b"));
    }

    private RestoreRequest request(String... buildpackIds) {
        LayerMetadata layer = LayerMetadata.of("sha256:1")
                .types(LayerTypes.of(false, true, false))
                .metadata(Metadata.of(Map.of("k", "v")))
                .build();
        return RestoreRequest.in(layers)
                .group(Stream.of(buildpackIds)
                        .map(id -> new Buildpack(id, "1", "0.10"))
                        .toList())
                .appMetadata(new AppMetadata(Stream.of(buildpackIds)
                        .map(id -> new BuildpackMetadata(id, Map.of("x", layer), null))
                        .toList()))
                .build();
    }

    private void restore(String... buildpackIds) {
        new RestoreEngine().restoreMetadata(request(buildpackIds), store);
    }

    @Test
    void filesOfTheStoreAreWrittenWithANewDirectory() {
        restore("a/b");
        assertThat(layers.resolve("a_b/x.id")).hasContent("sha256:1");
        assertThat(layers.resolve("a_b/x.toml")).exists();
        assertThat(store.puts).isEmpty();
    }

    @Test
    void inAnExistingDirectoryDiffIdsArePut() throws Exception {
        Files.createDirectory(layers.resolve("a_b"));
        restore("a/b");
        assertThat(layers.resolve("a_b")).isDirectoryNotContaining("glob:**.id");
        assertThat(store.puts).isEqualTo(Map.of("a/b:x", "sha256:1"));
    }

    @ParameterizedTest
    @CsvSource({"a_b, true", "c, false"})
    void aLayerOfAnEarlierBuildIsRemovedWhereAFileWithADiffIdBelongs(String keptIn, boolean removed) throws Exception {
        Files.createDirectories(layers.resolve("a_b/x.sha"));
        Files.createFile(layers.resolve("a_b/x.sha.toml"));
        store = new Store(layers.resolve(keptIn));
        restore("a/b");
        assertThat(Files.notExists(layers.resolve("a_b/x.sha"))).isEqualTo(removed);
        assertThat(Files.notExists(layers.resolve("a_b/x.sha.toml"))).isEqualTo(removed);
        assertThat(layers.resolve("a_b/x.toml")).exists();
    }

    @Test
    void diffIdsThatAreKeptElsewhereArePut() {
        restore("a/b", "c");
        assertThat(layers.resolve("a_b/x.id")).exists();
        assertThat(layers.resolve("c")).isDirectoryNotContaining("glob:**.id");
        assertThat(store.puts).isEqualTo(Map.of("c:x", "sha256:1"));
    }

    @Test
    void diffIdsOfBuildpacksInOneDirectoryArePut() {
        restore("a/b", "a_b");
        assertThat(store.puts).isEqualTo(Map.of("a/b:x", "sha256:1", "a_b:x", "sha256:1"));
    }

    @Test
    void ifTheStoreRejectsThemNothingIsLeft() {
        ShaStoreException refusal = new ShaStoreException("double", "it refuses", "Ask another");
        store.refusal = refusal;
        assertThatThrownBy(() -> restore("a/b")).isSameAs(refusal);
        assertThat(layers).isEmptyDirectory();
    }

    private void assertNamed(String problem) {
        assertThatThrownBy(() -> restore("a/b"))
                .isInstanceOf(ProviderException.class)
                .hasMessage(Store.class.getName() + problem
                        + ". Report it to the developers of that SHA store, or use another one.");
        assertThat(layers).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatThrowsIsNamedByItsClass(boolean asked) {
        store.defect = (directory, files) -> {
            if (asked == (directory != null)) {
                throw new UnsupportedOperationException("no files");
            }
            return files;
        };
        assertNamed(" threw java.lang.UnsupportedOperationException: no files");
    }

    @ParameterizedTest
    @CsvSource({"''", ".", "..", "../evil", "a\0b", "a.toml"})
    void aNameThatIsNoneOfAFileOfItsOwnIsRefused(String name) {
        store.defect = (directory, files) -> Map.of(name, new byte[0]);
        assertNamed(" returned an invalid name of a file: " + Quoted.quote(name));
    }

    @Test
    @SuppressWarnings("NullAway") // as in a store in another language
    void nullIsRefused() {
        store.defect = (directory, files) -> null;
        assertNamed(" returned null instead of files");
        store.defect = (directory, files) -> Collections.singletonMap("a", null);
        assertNamed(" returned null instead of the content of a file");
        store.defect = (directory, files) -> Collections.singletonMap(null, new byte[0]);
        assertNamed(" returned null instead of the name of a file");
    }

    @Test
    void allOfManyDiffIdsAreKept() {
        Map<String, LayerMetadata> many = new LinkedHashMap<>();
        for (int i = 0; i < 2_500; i++) {
            many.put(
                    "layer-" + i,
                    LayerMetadata.of("sha256:" + i)
                            .types(LayerTypes.of(false, true, false))
                            .build());
        }
        RestoreRequest request = RestoreRequest.in(layers)
                .group(List.of(new Buildpack("a/b", "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(new BuildpackMetadata("a/b", many, null))))
                .build();
        new RestoreEngine().restoreMetadata(request, store);
        assertThat(layers.resolve("a_b").toFile().list()).hasSize(5_000);
        assertThat(layers.resolve("a_b/layer-2499.id")).hasContent("sha256:2499");
    }
}
