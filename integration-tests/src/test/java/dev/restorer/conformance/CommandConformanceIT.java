package dev.restorer.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandConformanceIT {

    private static final int RESTORING_FAILED = 42;

    @TempDir
    Path layers;

    static List<Case> casesThatRestore() {
        return Cases.thatRestore();
    }

    static List<Case> casesThatFail() {
        return Cases.thatFail();
    }

    @Test
    void allCasesAreThere() {
        assertThat(Cases.all()).hasSize(22);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesThatRestore")
    void theCommandLeavesBehindAndLogsWhatTheReferenceDid(Case given) {
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        Finished command = Command.restore(given, layers);
        assertThat(command.exitCode()).as("exit code of %s", command).isZero();
        assertThat(LayersTree.read(layers)).isEqualTo(LayersTree.read(given.expected()));
        assertThat(DecisionLines.of(command.out())).isEqualTo(given.expectedLog());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("casesThatFail")
    void theCommandTellsAFailureInOneLine(Case given) {
        given.before().ifPresent(before -> LayersTree.copy(before, layers));
        Finished command = Command.restore(given, layers);
        assertThat(command.exitCode()).as("exit code of %s", command).isEqualTo(RESTORING_FAILED);
        assertThat(command.err())
                .filteredOn(line -> !line.startsWith("Warning: "))
                .singleElement()
                .asString()
                .matches("ERROR: \\S.*");
        assertThat(command.out()).noneMatch(line -> line.startsWith("\tat "));
    }
}
