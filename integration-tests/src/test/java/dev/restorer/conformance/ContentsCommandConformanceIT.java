package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("long")
class ContentsCommandConformanceIT {

    @TempDir
    Path directory;

    static List<Case> cases() {
        return Cases.withContents();
    }

    @Test
    void allCasesAreThere() {
        assertThat(cases()).hasSize(12);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void theCommandRestoresWhatTheReferenceDid(Case given) throws Exception {
        Path layers = layers(given);
        Finished command = Command.restoreWithContents(given, layers);
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(command.err())
                .allMatch(line -> line.startsWith("Warning: No analyzed metadata found")
                        || line.equals("Warning: No cached data will be used, no cache specified."));
        assertThat(ContentsTree.read(layers)).isEqualTo(ContentsTree.expected(given.directory()));
        assertThat(DecisionLines.of(command.out())).isEqualTo(given.expectedLog());
    }

    private Path layers(Case given) throws Exception {
        Path layers = Files.createDirectory(directory.resolve("layers"));
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        return layers;
    }
}
