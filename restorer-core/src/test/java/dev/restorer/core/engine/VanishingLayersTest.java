package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ContentsOptions;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.core.engine.FailingRestores.Failing;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The layers directory is removed while a restore calls a SHA store or reads from a cache. */
@Tag("long")
class VanishingLayersTest {

    @TempDir
    Path directory;

    private FailingRestores restores;

    @BeforeEach
    void make() {
        restores = new FailingRestores(directory);
    }

    /** A way to remove it. */
    enum Way {
        RENAMED {
            @Override
            void take(Path layers) throws IOException {
                Files.move(layers, layers.resolveSibling("renamed"));
            }
        },
        DELETED {
            @Override
            void take(Path layers) throws IOException {
                try (Stream<Path> paths = Files.walk(layers)) {
                    for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(path);
                    }
                }
            }
        };

        abstract void take(Path layers) throws IOException;
    }

    private static AtCall vanishes(Build build, int call, Way way) {
        return new AtCall(call, () -> {
            try {
                way.take(build.layers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static void assertReportedInOneLine(FailingRestores.Run run) {
        assertThat(run.report()).isNull();
        assertThat(run.thrown())
                .isInstanceOf(LayersDirectoryException.class)
                .message()
                .startsWith(run.build().layers.toString())
                .doesNotContain("\n");
    }

    @ParameterizedTest
    @EnumSource
    void duringACallOfTheShaStore(Way way) throws IOException {
        Failing failing = (build, call) -> {
            AtCall at = vanishes(build, call, way);
            ShaStore store = at.store(build.shaStore);
            return FailingRestores.run(build, at, store, build.options().parallelism(1));
        };
        assertThat(restores.failEach(failing, VanishingLayersTest::assertReportedInOneLine))
                .isPositive();
    }

    @ParameterizedTest
    @EnumSource
    void duringAReadOfTheCache(Way way) throws IOException {
        Failing failing = (build, call) -> {
            AtCall at = vanishes(build, call, way);
            ContentsOptions.Builder options = ContentsOptions.from(at.cache(build.cache));
            return FailingRestores.run(build, at, build.shaStore, options.parallelism(1));
        };
        assertThat(restores.failEach(failing, VanishingLayersTest::assertReportedInOneLine))
                .isPositive();
    }
}
