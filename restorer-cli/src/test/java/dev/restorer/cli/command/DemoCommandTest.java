package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.BaseImageRecorder;
import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.api.ContentsReason;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.Shutdown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests with the engine and a fake store. */
class DemoCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final FakeStore store = new FakeStore();

    private List<String> demo() throws IOException {
        PrintStream stream = new PrintStream(out, false, StandardCharsets.UTF_8);
        Console console = new Console(stream, stream);
        Console.use(console);
        Services services = new Services(
                MetadataReader::load,
                LayerRestorer::load,
                () -> ShaStores.of(store),
                BaseImageRecorder::load,
                ReportFormat::load,
                configuration -> {
                    throw new AssertionError("no image is needed");
                });
        assertThat(new Application(console, ProcessContext.ofThisProcess(Map.of(), new Shutdown()), services)
                        .run("demo"))
                .isZero();
        console.flush();
        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        delete(lines);
        return lines;
    }

    private static void delete(List<String> lines) throws IOException {
        String last = lines.get(lines.size() - 1);
        Path inputs = Path.of(last.substring(last.indexOf(": ") + 2));
        try (Stream<Path> paths = Files.walk(inputs.resolveSibling(""))) {
            for (Path path : paths.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    @Test
    void theDemoShowsEachLayerWithItsSourceOrReason() throws IOException {
        List<String> lines = demo();
        assertThat(lines)
                .filteredOn(line -> line.matches("example/\\S+ .* yes +app image .*"))
                .hasSize(3);
        assertThat(lines)
                .filteredOn(line -> line.matches("example/\\S+ .* yes +cache .*"))
                .hasSize(2);
        assertThat(lines)
                .filteredOn(line -> line.matches("example/\\S+ .* no +- .*"))
                .hasSize(4);
        assertThat(lines).contains("store.toml of example/node: restored from app image");
    }

    @Test
    void theDemoShowsTheFilesWithTheirContent() throws IOException {
        List<String> lines = demo();
        assertThat(lines).contains("example_node/", "example_node/store.toml", "example_jdk/jdk.toml");
        assertThat(lines).anyMatch(line -> line.matches("    .*packages = 412"));
        assertThat(store.opened).singleElement().asString().startsWith("memory: in ");
        assertThat(store.store.puts()).hasSize(5);
    }

    @Test
    void theDemoShowsRestoredContentsAndRemovedLayersWithTheReason() throws IOException {
        List<String> lines = demo();
        assertThat(lines)
                .filteredOn(
                        line -> line.matches("example/\\S+ .* restored +" + ContentsReason.SAME_DIFF_ID.description()))
                .extracting(line -> line.split(" +", -1)[1])
                .containsExactly("jdk", "node_modules", "npm_cache");
        assertThat(lines)
                .filteredOn(line -> line.matches("example/\\S+ .* removed +" + ContentsReason.WRONG_SHA.description()))
                .extracting(line -> line.split(" +", -1)[1])
                .containsExactly("bundle");
    }

    @Test
    void theContentsAreRestoredAsDecided() throws IOException {
        assertThat(demo())
                .contains(
                        "example_jdk/jdk/bin/java",
                        "    JAVA_VERSION=\"17.0.15\"",
                        "example_node/node_modules/.bin/greet -> ../greet/index.js",
                        "    greet 1.0.0")
                .noneMatch(line -> line.startsWith("example_node/bundle"))
                .noneMatch(line -> line.startsWith("Warning: "));
    }

    @Test
    void whatIsInALayerIsShownBelowIt() throws IOException {
        assertThat(demo())
                .containsSubsequence(
                        "example_jdk/jdk/", "example_jdk/jdk/bin/", "example_jdk/jdk/release", "example_jdk/jdk.toml");
    }
}
