package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class RebuildsIT {

    private static List<Rebuild> rebuilds = List.of();

    @BeforeAll
    static void unpack(@TempDir Path archives) {
        rebuilds = Rebuilds.unpackInto(archives);
    }

    static List<Rebuild> rebuilds() {
        return rebuilds;
    }

    @Test
    void allRebuildsAreThere() {
        assertThat(rebuilds).hasSize(30);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rebuilds")
    void theCommandLeavesWhatTheReferenceDid(Rebuild given, @TempDir Path directory) throws IOException {
        Path layers = directory.resolve("layers");
        LayersTree.copy(given.before(), Files.createDirectory(layers));
        Finished command = given.restore(layers, Files.createDirectory(directory.resolve("empty")));
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(RebuiltTree.read(layers)).isEqualTo(given.expected());
    }
}
