package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayerRootTest {

    private final LayerRoot root = new LayerRoot(List.of("bp", "x"), List.of("layers"), 256);

    @ParameterizedTest
    @CsvSource({
        "/layers/bp/x, ''",
        "/layers/bp/x/, ''",
        "layers/bp/x/a, a",
        "/layers/bp/x/a/b, a/b",
        "//layers/./bp//x/./a/, a",
        "/bp/x/a, a",
        "/some/where/else/bp/x/a, a",
        "/layers/bp/x/bp/x/a, bp/x/a",
        "/layers/bp/x/..., ...",
        "'/layers/bp/x/a b', 'a b'",
    })
    void aPathInTheLayerIsRelativeToIt(String name, String below) throws RejectedException {
        assertThat(root.below(name, true)).isEqualTo(below.isEmpty() ? List.of() : List.of(below.split("/")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "", "/layers", "/layers/", "/layers/bp", "./layers"})
    void aDirectoryAboveTheLayerIsIgnored(String name) throws RejectedException {
        assertThat(root.below(name, true)).isNull();
        assertThat(root.below("/layers/bp/x", true)).isEmpty();
        assertThat(root.below(name, true)).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/layers/bp/x/../../../etc",
                "/layers/bp/x/..",
                "/layers/bp/x/a/../b",
                "..",
                "../layers/bp/x",
                "/tmp/x",
                "/layers/bp/y",
                "/layers/bp/xy",
                "/layers/bp/X",
                "/layers/other/x",
                "/elsewhere/bp/x",
                "bp/x/a",
                "/layers/bp/x\0/a",
                "/layers\\bp\\x",
            })
    void aPathElsewhereIsRejectedWhenThePathOfTheLayerIsKnown(String name) throws RejectedException {
        root.below("/layers/bp/x", true);
        assertThatThrownBy(() -> root.below(name, true)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> root.below(name, false)).isInstanceOf(RejectedException.class);
        root.below("/layers/bp/x/file", false);
        assertThatThrownBy(() -> root.below(name, true)).isInstanceOf(RejectedException.class);
        assertThatThrownBy(() -> root.below(name, false)).isInstanceOf(RejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/layers", "/layers/bp", "/etc/passwd", "/layers/bp/y/a", ""})
    void aFileOutsideTheLayerIsRejectedAtOnce(String name) {
        assertThatThrownBy(() -> root.below(name, false))
                .isInstanceOf(RejectedException.class)
                .hasMessage("the entry " + name + " lies outside bp/x");
    }

    @Test
    void theMessageAboutManyCandidatesNamesTheFirstAndTheirNumber() throws RejectedException {
        root.below("/a/b" + "/bp/x".repeat(20) + "/file", false);
        assertThatThrownBy(root::path)
                .isInstanceOf(RejectedException.class)
                .hasMessage("its tar may have it at /a/b/bp/x or at /a/b/bp/x/bp/x or at /a/b/bp/x/bp/x/bp/x,"
                        + " … (20 places)");
    }

    @Test
    void anEarlierDirectoryMustBeAboveTheLayer() throws RejectedException {
        root.below("/layers", true);
        root.below("/layers/bp/deeper", true);
        assertThatThrownBy(() -> root.below("/layers/bp/x", true))
                .isInstanceOf(RejectedException.class)
                .hasMessage("the entry /layers/bp/deeper lies outside bp/x");
    }

    @Test
    void twoDirectoriesOfDifferentPathsBeforeTheLayerAreRejected() throws RejectedException {
        root.below("/layers/bp", true);
        assertThatThrownBy(() -> root.below("/etc", true)).isInstanceOf(RejectedException.class);
    }

    @Test
    void aPartMayHaveTheMaximumLength() throws RejectedException {
        assertThat(root.below("/bp/x/" + "é".repeat(127) + "a", false)).hasSize(1);
        assertThatThrownBy(() -> root.below("/bp/x/" + "é".repeat(128), false))
                .hasMessage("a part of a name has more than 255 bytes");
    }

    @Test
    void aNullCharacterIsRejected() {
        assertThatThrownBy(() -> root.below("/bp/x/\0", false)).hasMessage("a name has a null character");
        assertThatThrownBy(() -> root.below("/bp/x/a\0", false)).hasMessage("a name has a null character");
    }

    @Test
    void aPathMayHaveTheMaximumDepth() throws RejectedException {
        LayerRoot shallow = new LayerRoot(List.of("bp", "x"), List.of("layers"), 2);
        assertThat(shallow.below("/some/where/bp/x/a/b", false)).hasSize(2);
        assertThatThrownBy(() -> shallow.below("/some/where/bp/x/a/b/c", false))
                .hasMessage("more than 2 directories lie in each other");
    }

    @Test
    void theTargetOfAHardLinkIsInTheLayer() throws RejectedException {
        root.below("/layers/bp/x/a", false);
        assertThat(root.target("/layers/bp/x/a/b")).containsExactly("a", "b");
        assertThat(root.target("layers/bp/./x//")).isEmpty();
        assertThatThrownBy(() -> root.target("/layers/bp")).hasMessage("the entry /layers/bp lies outside bp/x");
        assertThatThrownBy(() -> root.target("a")).hasMessage("the entry a lies outside bp/x");
    }

    @Test
    void namesMayBeginWithASlashOrADot() throws RejectedException {
        for (String start :
                List.of("/layers/bp/x/", "layers/bp/x/", "./layers/bp/x/", "//layers/./bp/x//", "/layers/bp/x/./")) {
            assertThat(root.below(start + "a", false)).containsExactly("a");
            assertThatThrownBy(() -> root.below(start + "../a", false)).isInstanceOf(RejectedException.class);
        }
        assertThat(root.path()).isEmpty();
    }
}
