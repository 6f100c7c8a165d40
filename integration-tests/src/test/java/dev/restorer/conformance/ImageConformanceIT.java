package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.fixtures.OciLayout;
import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases that were recorded with a cache directory, with the same cache in an image. */
@Tag("long")
class ImageConformanceIT {

    @TempDir
    Path directory;

    static List<Case> cases() {
        return Cases.withContents().stream()
                .filter(each -> each.cacheDirectory().isPresent())
                .toList();
    }

    @Test
    void mostCasesHaveACache() {
        assertThat(cases()).hasSizeGreaterThan(10);
    }

    private OciLayout layout(Case given) {
        OciLayout layout = OciLayout.ofCache(given.cacheDirectory().orElseThrow(), directory.resolve("layout"));
        layout.write("1");
        return layout;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void aLayoutIsRestoredAsTheDirectoryIs(Case given) throws IOException {
        assertRestored(given, "oci:" + layout(given).directory());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void anImageInARegistryIsRestoredAsTheDirectoryIs(Case given) throws Exception {
        OciLayout layout = layout(given);
        try (DockerRegistry registry = DockerRegistry.start(directory)) {
            registry.push(layout.directory(), "1");
            assertRestored(given, registry.name() + "/a/b:1");
        }
    }

    private void assertRestored(Case given, String image) throws IOException {
        Path layers = Files.createDirectory(directory.resolve("layers"));
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        Finished command = Command.restoreWithImage(given, layers, image);
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(command.err()).allMatch(line -> line.startsWith("Warning: No analyzed metadata found"));
        assertThat(ContentsTree.read(layers)).isEqualTo(ContentsTree.expected(given.directory()));
        assertThat(DecisionLines.of(command.out())).isEqualTo(given.expectedLog());
    }
}
