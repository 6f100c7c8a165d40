package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.AppMetadata;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackMetadata;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.StoreMetadata;
import dev.restorer.testing.RecordingShaStore;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ConfinementPropertyTest {

    private final RestoreEngine restorer = new RestoreEngine();

    /** Names with paths outside of their directory, mixed with names of any characters. */
    @Provide
    Arbitrary<String> names() {
        Arbitrary<String> parts =
                Arbitraries.of("..", ".", "/", "\\", "a", "", "\0", "store", "\n", "~", "é", "%2e", ":", " ");
        return Arbitraries.oneOf(
                parts.list().ofMaxSize(6).map(list -> String.join("", list)),
                Arbitraries.strings().all().ofMaxLength(12),
                Arbitraries.strings().ascii().ofMaxLength(300));
    }

    @Property(tries = 1000)
    void noNameLeadsOutOfTheLayersDirectory(@ForAll("names") String buildpackId, @ForAll("names") String layer)
            throws IOException {
        Path outer = Files.createTempDirectory("confinement");
        Path layers = outer.resolve("a/layers");
        LayerMetadata metadata = LayerMetadata.of("sha256:1")
                .types(LayerTypes.of(false, true, false))
                .build();
        RestoreRequest request = RestoreRequest.in(layers)
                .group(List.of(new Buildpack(buildpackId, "1", "0.10")))
                .appMetadata(new AppMetadata(List.of(new BuildpackMetadata(
                        buildpackId, Map.of(layer, metadata), new StoreMetadata(Metadata.none())))))
                .build();

        restorer.restoreMetadata(request, new RecordingShaStore());

        try (Stream<Path> files = Files.walk(outer)) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file -> assertThat(layers.relativize(file).getNameCount())
                            .as(file + " is directly in a directory of the layers directory")
                            .isEqualTo(2))
                    .allSatisfy(file -> assertThat(file).startsWith(layers));
        } finally {
            delete(outer);
        }
    }

    private static void delete(Path directory) throws IOException {
        Files.walkFileTree(directory, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path visited, java.io.IOException failure) throws IOException {
                Files.delete(visited);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
