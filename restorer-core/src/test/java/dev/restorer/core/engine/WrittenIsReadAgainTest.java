package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.MetadataReader;
import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.RestorerException;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.AfterTry;

/** No restore writes a file that the next one rejects, for any metadata, also close to the limits. */
class WrittenIsReadAgainTest {

    private static final String EMPTY = "{\"buildpacks\":[]}";

    private final MetadataReader reader = new FileMetadataReader();
    private final RestoreEngine restorer = new RestoreEngine();
    private final RecordingShaStore shaStore = new RecordingShaStore();
    private final Path directory = temporary();

    private static Path temporary() {
        try {
            return Files.createTempDirectory("restorer-written");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterTry
    void empty() throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.filter(path -> !path.equals(directory))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(path);
            }
        }
    }

    @AfterProperty
    void remove() throws IOException {
        Files.delete(directory);
    }

    @Property(tries = 60)
    void aRestoreAfterASuccessfulRestoreSucceeds(
            @ForAll("values") String layer, @ForAll("values") String store, @ForAll("apis") String api) {
        String known = "{\"buildpacks\":[{\"key\":\"a/bp\",\"store\":{\"metadata\":{\"v\":" + store + "}},\"layers\":{"
                + "\"x\":{\"sha\":\"sha256:1\",\"launch\":true,\"data\":{\"v\":" + layer + "}}}}]}";
        RestoreReport first;
        try {
            first = restore(known, api);
        } catch (RestorerException e) {
            assertThat(directory.resolve("layers"))
                    .satisfiesAnyOf(
                            layers -> assertThat(layers).doesNotExist(),
                            layers -> assertThat(layers).isEmptyDirectory());
            return;
        }
        List<String> left = tree();
        assertThat(restore(known, api).buildpacks()).hasSameSizeAs(first.buildpacks());
        assertThat(tree()).isEqualTo(left);
        restore(EMPTY, api);
        assertThat(tree()).isEqualTo(left);
    }

    private RestoreReport restore(String label, String api) {
        AppMetadata app = reader.parseLabel(label.getBytes(StandardCharsets.UTF_8));
        return restorer.restoreMetadata(
                RestoreRequest.in(directory.resolve("layers"))
                        .group(List.of(new Buildpack("a/bp", "1", api)))
                        .appMetadata(app)
                        .cacheMetadata(CacheMetadata.empty())
                        .build(),
                shaStore);
    }

    private List<String> tree() {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.map(path -> directory.relativize(path).toString())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Provide
    static Arbitrary<String> apis() {
        return Arbitraries.of("0.5", "0.6", "0.12");
    }

    /** JSON values at and around each limit of reading and writing. */
    @Provide
    static Arbitrary<String> values() {
        Arbitrary<Integer> levels = Arbitraries.integers().between(1, 6).map(i -> 490 + i * 2);
        Arbitrary<String> tables = levels.map(n -> "{\"a\":".repeat(n) + "1" + "}".repeat(n));
        Arbitrary<String> arrays = levels.map(n -> "[".repeat(n) + "]".repeat(n));
        Arbitrary<String> mixed = levels.map(n -> "[{\"a\":".repeat(n / 2) + "1" + "}]".repeat(n / 2));
        Arbitrary<String> longKeys =
                Arbitraries.of(1023, 1024, 1025, 1 << 20).map(n -> "{\"" + "k".repeat(n) + "\":{\"b\":1}}");
        Arbitrary<String> numbers = Arbitraries.of(
                "9223372036854775807",
                "-9223372036854775808",
                "9223372036854775808",
                "1e308",
                "-1e-400",
                "1" + "0".repeat(300),
                "0." + "1".repeat(9_990),
                "1" + "0".repeat(9_999));
        Arbitrary<String> strings = Arbitraries.of(
                "\"\\u0000\\u001b\\u007f\\u0085\\ud83d\\ude00\"",
                "\"\\ud800\"",
                "\"" + "\\u0001".repeat(100_000) + "\"",
                "\"" + "é".repeat(3_000_000) + "\"",
                "\"'''\\\"\\\"\\\"\"");
        Arbitrary<String> wide = Arbitraries.of(100, 10_000)
                .map(n -> IntStream.range(0, n)
                        .mapToObj(i -> "\"k" + i + "\":1")
                        .collect(Collectors.joining(",", "{", "}")));
        return Combinators.combine(
                        Arbitraries.oneOf(tables, arrays, mixed, longKeys, numbers, strings, wide),
                        Arbitraries.of(true, false))
                .as((value, inArray) -> inArray ? "[" + value + "]" : value);
    }
}
