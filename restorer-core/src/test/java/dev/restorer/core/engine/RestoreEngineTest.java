package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.Metadata;
import dev.restorer.api.Reason;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.StoreMetadata;
import dev.restorer.api.UnknownApiException;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.fixtures.Missing;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RestoreEngineTest {

    @TempDir
    Path directory;

    private final RestoreEngine restorer = new RestoreEngine();
    private final RecordingShaStore shaStore = new RecordingShaStore();

    private Path layers() {
        return directory.resolve("layers");
    }

    private static LayerMetadata launch(String value) {
        return LayerMetadata.of("sha256:" + value)
                .types(LayerTypes.of(false, true, false))
                .metadata(Metadata.of(Map.of("from", value)))
                .build();
    }

    private static LayerMetadata cached(String value) {
        return LayerMetadata.of("sha256:" + value)
                .types(LayerTypes.of(false, false, true))
                .metadata(Metadata.of(Map.of("from", value)))
                .build();
    }

    private RestoreRequest.Builder request(String buildpackId, Map<String, LayerMetadata> layers) {
        return RestoreRequest.in(layers())
                .group(List.of(new Buildpack(buildpackId, "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(new BuildpackMetadata(buildpackId, layers, null))));
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> !Files.isDirectory(file))
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    void theReportHasDecisionsReasonsAndFiles() {
        Map<String, LayerMetadata> app = new LinkedHashMap<>();
        app.put("x", launch("x"));
        app.put(
                "y",
                LayerMetadata.of("sha256:y")
                        .types(LayerTypes.of(true, false, false))
                        .build());
        RestoreReport report = restorer.restoreMetadata(request("a/b", app).build(), shaStore);

        assertThat(report.buildpacks()).hasSize(1);
        var buildpack = report.buildpacks().get(0);
        assertThat(buildpack.directory()).isEqualTo(layers().resolve("a_b"));
        assertThat(buildpack.layers())
                .extracting(outcome -> outcome.decision().reason())
                .containsExactly(Reason.RESTORED_FROM_APP_IMAGE, Reason.APP_LAUNCH_FALSE);
        assertThat(buildpack.layers()).extracting(LayerOutcome::written).containsExactly("x.toml", null);
        assertThat(buildpack.written(buildpack.layers().get(0)))
                .isEqualTo(layers().resolve("a_b/x.toml"))
                .hasContent("[metadata]\nfrom = \"x\"\n");
        assertThat(shaStore.puts()).isEqualTo(Map.of(new LayerId("a/b", "x"), "sha256:x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.2", "0.5"})
    void below06ALayersFileStartsWithItsTypes(String buildpackApi) {
        restoreWithApi(buildpackApi);
        assertThat(layers().resolve("bp/x.toml"))
                .hasContent("build = false\nlaunch = true\ncache = false\n[metadata]\nfrom = \"x\"\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.6", "0.12"})
    void from06OnALayersFileHasOnlyItsMetadata(String buildpackApi) {
        restoreWithApi(buildpackApi);
        assertThat(layers().resolve("bp/x.toml")).hasContent("[metadata]\nfrom = \"x\"\n");
    }

    private void restoreWithApi(String buildpackApi) {
        RestoreRequest request = request("bp", Map.of("x", launch("x")))
                .group(List.of(new Buildpack("bp", "1", buildpackApi)))
                .build();
        restorer.restoreMetadata(request, shaStore);
    }

    @Test
    void aLayerOfBothSourcesHasTheMetadataOfTheCache() throws IOException {
        RestoreRequest request = request("bp", Map.of("x", launch("app")))
                .cacheMetadata(new CacheMetadata(
                        List.of(new BuildpackMetadata("bp", Map.of("x", cached("cache")), null)), null))
                .build();
        try (CapturedLog log = new CapturedLog()) {
            restorer.restoreMetadata(request, shaStore);
            assertThat(log.lines())
                    .containsExactly(
                            "INFO Restoring metadata for \"bp:x\" from app image",
                            "DEBUG Writing layer metadata for \"bp:x\"",
                            "INFO Restoring metadata for \"bp:x\" from cache",
                            "DEBUG Writing layer metadata for \"bp:x\"");
        }
        assertThat(layers().resolve("bp/x.toml")).hasContent("[metadata]\nfrom = \"cache\"\n");
        assertThat(shaStore.puts()).containsValue("sha256:cache");
        assertThat(tree()).containsExactly("layers/bp/x.toml");
    }

    @Test
    void aLayerWithAPathOutsideItsDirectoryIsNotRestoredAndOthersAre() throws IOException {
        Map<String, LayerMetadata> app = new LinkedHashMap<>();
        List.of("../../evil", "store", "", ".", "..", "a\nb", "x".repeat(300), "good", "good.toml")
                .forEach(name -> app.put(name, launch("app")));
        RestoreReport report;
        try (CapturedLog log = new CapturedLog()) {
            report = restorer.restoreMetadata(request("bp", app).build(), shaStore);
            assertThat(log.lines())
                    .filteredOn(line -> line.startsWith("WARN"))
                    .hasSize(8)
                    .contains(
                            "WARN Not restoring metadata for \"bp:../../evil\" from app image,"
                                    + " since its name has a slash and so cannot be the name of a file",
                            "WARN Not restoring metadata for \"bp:store\" from app image,"
                                    + " its file would overwrite store.toml",
                            "WARN Not restoring metadata for \"bp:good.toml\" from app image,"
                                    + " its directory would overwrite a file of another layer or of the buildpack",
                            "WARN Not restoring metadata for \"bp:a\\nb\" from app image,"
                                    + " since its name has a control character and so cannot be the name of a file");
        }
        assertThat(report.layers().filter(outcome -> !outcome.decision().restored()))
                .hasSize(8);
        assertThat(tree()).containsExactly("layers/bp/good.toml");
        assertThat(shaStore.puts()).hasSize(1);
    }

    @Test
    void aBackslashInANameHasTheMeaningOfTheFileSystem() throws IOException {
        RestoreReport report = restorer.restoreMetadata(
                request("b\\p", Map.of("back\\slash", launch("app"))).build(), shaStore);
        assertThat(report.layers()).allMatch(outcome -> outcome.decision().restored());
        assertThat(tree()).containsExactly("layers/b\\p/back\\slash.toml");
    }

    @Test
    void aBuildpackWithAPathOutsideTheLayersDirectoryIsNotRestoredAndOthersAre() throws IOException {
        RestoreRequest request = RestoreRequest.in(layers())
                .group(List.of(new Buildpack("..", "1", "0.10"), new Buildpack("good", "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(
                        new BuildpackMetadata("..", Map.of("x", launch("x")), new StoreMetadata(Metadata.none())),
                        new BuildpackMetadata("good", Map.of("x", launch("x")), null))))
                .build();
        try (CapturedLog log = new CapturedLog()) {
            restorer.restoreMetadata(request, shaStore);
            assertThat(log.lines())
                    .contains("WARN Not restoring anything for buildpack \"..\","
                            + " since its id is a dot or two and so cannot be the name of a directory");
        }
        assertThat(tree()).containsExactly("layers/good/x.toml");
    }

    @Test
    void aBuildpackDirectoryThatIsALinkIsAnErrorAndNothingIsWritten() throws IOException {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
        Files.createDirectories(layers());
        Files.createSymbolicLink(layers().resolve("bp"), elsewhere);
        RestoreRequest request = request("bp", Map.of("x", launch("x"))).build();
        assertThatThrownBy(() -> restorer.restoreMetadata(request, shaStore))
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessageContaining(layers().resolve("bp") + " is a symbolic link");
        assertThat(elsewhere).isEmptyDirectory();
    }

    /** The last one is also detected before the first file is replaced. */
    @ParameterizedTest
    @ValueSource(strings = {"z.toml", "store.toml"})
    void aDirectoryWithTheNameOfAFileIsAnErrorAndNothingIsWritten(String file) throws IOException {
        Files.createDirectories(layers().resolve("bp").resolve(file));
        Files.writeString(layers().resolve("bp/a.toml"), "old");
        Map<String, LayerMetadata> app = new LinkedHashMap<>();
        List.of("a", "b", "z").forEach(name -> app.put(name, launch("app")));
        RestoreRequest request = request("bp", app)
                .appMetadata(new AppMetadata(
                        List.of(new BuildpackMetadata("bp", app, new StoreMetadata(Metadata.of(Map.of("k", "v")))))))
                .build();
        assertThatThrownBy(() -> restorer.restoreMetadata(request, shaStore))
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessage(layers().resolve("bp").resolve(file)
                        + " is a directory, and the restore writes a file of that name. Move it away.");
        assertThat(tree()).containsExactly("layers/bp/a.toml");
        assertThat(layers().resolve("bp/a.toml")).hasContent("old");
        Files.delete(layers().resolve("bp").resolve(file));
        restorer.restoreMetadata(request, shaStore);
        assertThat(tree()).hasSize(4);
    }

    @Test
    void aLayersDirectoryThatIsAFileIsNamed() throws IOException {
        Files.writeString(layers(), "a file");
        RestoreRequest request = request("bp", Map.of("x", launch("x"))).build();
        assertThatThrownBy(() -> restorer.restoreMetadata(request, shaStore))
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessage(layers() + " is not a directory. Move it away, or use another layers directory.");
        assertThat(layers()).hasContent("a file");
    }

    @Test
    void aLayerFileThatIsALinkIsReplaced() throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        Files.createDirectories(layers().resolve("bp"));
        Files.createSymbolicLink(layers().resolve("bp/x.toml"), target);
        restorer.restoreMetadata(request("bp", Map.of("x", launch("x"))).build(), shaStore);
        assertThat(target).hasContent("untouched");
        assertThat(Files.isSymbolicLink(layers().resolve("bp/x.toml"))).isFalse();
    }

    /** A buildpack may be able to read it, for example if it has a newer version of TOML. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "this is = = not toml",
                "metadata = 3",
                "\uFEFF[metadata]\nk = 1\n",
                "[metadata]\nt = 2021-03-04T05:06:07.1234567890Z\n",
                "[metadata]\na = {\n  b = 1,\n}\n",
                ""
            })
    void aStoreThatIsNotReplacedIsNotRead(String store) throws IOException {
        Path file = Files.createDirectories(layers().resolve("bp")).resolve("store.toml");
        Files.writeString(file, store);
        restorer.restoreMetadata(request("bp", Map.of("x", launch("x"))).build(), shaStore);
        assertThat(tree()).containsExactly("layers/bp/store.toml", "layers/bp/x.toml");
        assertThat(file).hasContent(store);
    }

    @Test
    void aStoreThatIsALinkOrAPipeIsNotOpened() throws Exception {
        Path store = Files.createDirectories(layers().resolve("bp")).resolve("store.toml");
        RestoreRequest request = request("bp", Map.of("x", launch("x"))).build();
        Files.createSymbolicLink(store, Path.of("/dev/zero"));
        restorer.restoreMetadata(request, shaStore);
        assertThat(Files.readSymbolicLink(store)).hasToString("/dev/zero");
        Files.delete(store);
        assertThat(new ProcessBuilder("mkfifo", store.toString()).start().waitFor())
                .isZero();
        restorer.restoreMetadata(request, shaStore);
        assertThat(Files.readAttributes(store, BasicFileAttributes.class).isOther())
                .isTrue();
    }

    @Test
    void anExistingStoreIsReplacedByThatOfTheAppMetadata() throws IOException {
        Files.writeString(Files.createDirectories(layers().resolve("bp")).resolve("store.toml"), "= =");
        RestoreRequest over = RestoreRequest.in(layers())
                .group(List.of(new Buildpack("bp", "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(
                        new BuildpackMetadata("bp", Map.of(), new StoreMetadata(Metadata.of(Map.of("k", "v")))))))
                .build();
        restorer.restoreMetadata(over, shaStore);
        assertThat(layers().resolve("bp/store.toml")).hasContent("[metadata]\nk = \"v\"\n");
    }

    @Test
    void anUnknownApiFailsBeforeAnythingIsDone() {
        RestoreRequest request =
                request("bp", Map.of("x", launch("x"))).platformApi("9.9").build();
        assertThatThrownBy(() -> restorer.restoreMetadata(request, shaStore)).isInstanceOf(UnknownApiException.class);
        assertThat(layers()).doesNotExist();
    }

    @Test
    void theExceptionOfAShaStoreIsThrown() {
        ShaStoreException failure = new ShaStoreException("recording", "it is full", "Make room");
        shaStore.failWith(failure);
        RestoreRequest request = request("bp", Map.of("x", launch("x"))).build();
        assertThatThrownBy(() -> restorer.restoreMetadata(request, shaStore)).isSameAs(failure);
    }

    @Test
    void withoutLayersNothingIsCreated() {
        restorer.restoreMetadata(request("bp", Map.of()).build(), shaStore);
        assertThat(layers()).doesNotExist();
    }

    @Test
    void planningChangesNothing() {
        assertThat(restorer.plan(request("bp", Map.of("x", launch("x"))).build())
                        .decisions())
                .hasSize(1);
        assertThat(layers()).doesNotExist();
    }

    @Test
    void concurrentRestoresAreIndependent() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<RestoreReport>> restores = IntStream.range(0, 16)
                    .<Callable<RestoreReport>>mapToObj(i -> () -> restore(i))
                    .toList();
            for (Future<RestoreReport> restore : threads.invokeAll(restores)) {
                assertThat(restore.get().layers()).hasSize(200);
            }
        } finally {
            threads.shutdown();
        }
        for (int i = 0; i < 16; i++) {
            assertThat(directory.resolve(i + "/bp/layer-199.toml")).hasContent("[metadata]\nfrom = \"" + i + "\"\n");
        }
        assertThat(tree()).hasSize(16 * 200);
    }

    private RestoreReport restore(int build) {
        Map<String, LayerMetadata> app = new LinkedHashMap<>();
        IntStream.range(0, 200).forEach(i -> app.put("layer-" + i, launch(Integer.toString(build))));
        RestoreRequest request = RestoreRequest.in(directory.resolve(Integer.toString(build)))
                .group(List.of(new Buildpack("bp", "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(new BuildpackMetadata("bp", app, null))))
                .build();
        return restorer.restoreMetadata(request, new RecordingShaStore());
    }

    @Test
    void layersWhoseNamesDifferOnlyInCaseAreRestoredIfTheFileSystemDistinguishesThem() throws IOException {
        Files.createDirectories(layers().resolve("probe"));
        if (Files.exists(layers().resolve("PROBE"))) {
            throw Missing.here(
                    "This file system does not tell upper from lower case", "Let java.io.tmpdir be on one that does");
        }
        Files.delete(layers().resolve("probe"));
        restorer.restoreMetadata(
                request("bp", Map.of("A", launch("app"), "a", launch("app"))).build(), shaStore);
        assertThat(tree()).containsExactly("layers/bp/A.toml", "layers/bp/a.toml");
    }

    @Test
    @SuppressWarnings("NullAway") // as a caller that was compiled without a check
    void optionsThatAreNullAreRefusedByName() {
        RestoreRequest request = request("bp", Map.of()).build();
        assertThatThrownBy(() -> restorer.restore(request, shaStore, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("options");
        assertThatThrownBy(() -> restorer.restoreContents(request, shaStore, null))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("options");
    }
}
