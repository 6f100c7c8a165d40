package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.restorer.fixtures.Tar;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RejectedEntriesTest {

    @TempDir
    Path directory;

    private Unpacking unpacking;

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    /** Begins with a valid entry, which must not be left behind. */
    private static Tar good() {
        return new Tar()
                .directory("/layers/", 0755)
                .directory("/layers/bp/x/", 0755)
                .directory("/layers/bp/x/d/", 0555)
                .file("/layers/bp/x/d/a", "one");
    }

    /**
     * Devices, a pipe, and rare types: directory dumps, continuations of another volume, volume names, and unknown
     * ones.
     */
    @ParameterizedTest
    @ValueSource(chars = {'3', '4', '6', 'D', 'M', 'V', 'N', 'A', '8', 'z'})
    void anEntryOfAnUnsupportedKindIsRejected(char type) {
        assertThat(unpacking.rejected(good().entry(type, "/layers/bp/x/b", "", 0644, "")))
                .isEqualTo("the entry /layers/bp/x/b is a device, a pipe or of another kind that no layer has");
    }

    @ParameterizedTest
    @ValueSource(chars = {'3', '4', '6', 'V'})
    void anEntryOfAnUnsupportedKindWhoseNameEndsInASlashIsRejected(char type) {
        assertThat(unpacking.rejected(good().entry(type, "/layers/bp/x/b/", "", 0644, "")))
                .contains("of another kind that no layer has");
        assertThat(unpacking.rejected(good().entry(type, "/layers/", "", 0644, "")))
                .contains("lies outside bp/x");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/layers/bp/x/../../../etc",
                "/layers/bp/x/d/../../../../../../../../../../../etc/passwd",
                "/tmp/x",
                "/layers/bp/y/a",
                "/layers/bp/xy",
                "/layers/other/x/a",
                "../../x",
                "",
            })
    void anEntryOutsideTheLayerIsRejected(String name) {
        assertThat(unpacking.rejected(good().file(name, "evil"))).isEqualTo("the entry " + name + " lies outside bp/x");
    }

    @Test
    void onlyDirectoriesAboveTheLayerAreIgnored() {
        assertThat(unpacking.tree(good().directory("/", 0).directory("/layers/bp/", 0)))
                .containsExactly(entry("d", "directory 555"), entry("d/a", "file 644 one"));
        assertThat(unpacking.rejected(good().file("/layers/bp", "evil"))).contains("lies outside bp/x");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2'})
    void aLayerThatIsNotADirectoryIsRejected(char type) {
        assertThat(unpacking.rejected(new Tar().entry(type, "/layers/bp/x", "/layers/bp/x/a", 0644, "")))
                .satisfiesAnyOf(
                        cause -> assertThat(cause).isEqualTo("it is a file or a link itself, and no directory"),
                        cause -> assertThat(cause).startsWith("a hard link leads to a"));
        assertThat(unpacking.rejected(good().entry(type, "/layers/bp/x", "/layers/bp/x/d/a", 0644, "")))
                .isEqualTo("it is a file or a link itself, and no directory");
    }

    @Test
    void aFileOverADirectoryIsRejected() {
        assertThat(unpacking.rejected(good().file("/layers/bp/x/d", "evil")))
                .isEqualTo("d is a directory, and a file or a link too");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2'})
    void aDirectoryOverAFileOrALinkIsRejected(char type) {
        assertThat(unpacking.rejected(good().entry(type, "/layers/bp/x/b", "/layers/bp/x/d/a", 0644, "")
                        .directory("/layers/bp/x/b/", 0755)))
                .isEqualTo("b is a directory, and a file or a link too");
    }

    @Test
    void theLastOfTwoFilesOfOneNameIsUsed() {
        assertThat(unpacking.tree(new Tar()
                        .file("/layers/bp/x/a", 0400, "the first, and longer")
                        .file("/layers/bp/x/a", 0600, "the last")))
                .containsExactly(entry("a", "file 600 the last"));
    }

    @Test
    void messagesHaveOneLineWithEachCharacterOfAName() {
        assertThat(unpacking.rejected(good().file("/etc/\n\r\u0085\u2028ERROR\tx", "evil")))
                .isEqualTo("the entry /etc/\\n\\r\\u0085\\u2028ERROR\\tx lies outside bp/x");
    }
}
