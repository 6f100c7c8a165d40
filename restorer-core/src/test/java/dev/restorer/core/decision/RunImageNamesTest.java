package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RunImageNamesTest {

    private static final List<List<String>> ENTRIES = List.of(
            List.of("r.example/other:1", "m.example/other:1"),
            List.of("r.example/run:1", "m.example/run:1", "n.example/run:1"));

    @Test
    void theSelectedNameComesFirstAndThenItsMirrors() {
        assertThat(candidates("r.example/run:1"))
                .containsExactly("r.example/run:1", "m.example/run:1", "n.example/run:1");
    }

    @Test
    void aSelectedMirrorComesBeforeTheImage() {
        assertThat(candidates("m.example/run:1"))
                .containsExactly("m.example/run:1", "r.example/run:1", "n.example/run:1");
    }

    @Test
    void anImageThatNoEntryHasHasNoOtherName() {
        assertThat(candidates("r.example/mine")).containsExactly("r.example/mine");
    }

    /** Another tag of the same repository is another image. */
    @Test
    void theSameRepositoryIsNotTriedUnderAnotherTag() {
        assertThat(candidates("r.example/run:2"))
                .containsExactly("r.example/run:2", "m.example/run:1", "n.example/run:1");
    }

    @Test
    void repositoriesAreComparedInOneForm() {
        List<List<String>> entries = List.of(List.of("UBUNTU", "m.example/ubuntu"));
        assertThat(RunImageNames.candidates(
                        "ubuntu:1", entries, name -> repository(name).toLowerCase(Locale.ROOT)))
                .containsExactly("ubuntu:1", "m.example/ubuntu");
    }

    private static List<String> candidates(String selected) {
        return RunImageNames.candidates(selected, ENTRIES, RunImageNamesTest::repository);
    }

    private static String repository(String name) {
        return name.replaceFirst(":[^:/]*$", "");
    }
}
