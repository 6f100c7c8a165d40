package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunImageNamesTest {

    private static final List<List<String>> ENTRIES = List.of(
            List.of("r.example/other:1", "m.example/other:1"),
            List.of("r.example/run:1", "m.example/run:1", "n.example/run:1"));

    @Test
    void theSelectedNameComesFirstAndThenItsMirrors() {
        assertThat(RunImageNames.candidates("r.example/run:1", ENTRIES))
                .containsExactly("r.example/run:1", "m.example/run:1", "n.example/run:1");
    }

    @Test
    void aSelectedMirrorComesBeforeTheImage() {
        assertThat(RunImageNames.candidates("m.example/run:1", ENTRIES))
                .containsExactly("m.example/run:1", "r.example/run:1", "n.example/run:1");
    }

    @Test
    void anImageThatNoEntryHasHasNoOtherName() {
        assertThat(RunImageNames.candidates("r.example/mine", ENTRIES)).containsExactly("r.example/mine");
    }

    /** Another tag of the same repository is another image. */
    @Test
    void theSameRepositoryIsNotTriedUnderAnotherTag() {
        assertThat(RunImageNames.candidates("r.example/run:2", ENTRIES))
                .containsExactly("r.example/run:2", "m.example/run:1", "n.example/run:1");
    }

    @ParameterizedTest
    @CsvSource({
        "ubuntu, index.docker.io/library/ubuntu:latest",
        "ubuntu:22.04, docker.io/library/ubuntu",
        "cnbs/run, docker.io/cnbs/run:1",
        "r.example:5000/a/run@sha256:01, r.example:5000/a/run:1",
        "localhost/run:1@sha256:01, localhost/run",
    })
    void aRepositoryIsRecognizedHoweverItIsWritten(String selected, String listed) {
        assertThat(RunImageNames.candidates(selected, List.of(List.of(listed, "m.example/mirror"))))
                .containsExactly(selected, "m.example/mirror");
    }

    @ParameterizedTest
    @CsvSource({"ubuntu, r.example/ubuntu", "r.example/run, r.example:5000/run", "a/run, b/run", "'', run"})
    void otherRepositoriesAreOthers(String selected, String listed) {
        assertThat(RunImageNames.candidates(selected, List.of(List.of(listed)))).containsExactly(selected);
    }
}
