package dev.restorer.core.contents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.restorer.fixtures.Tar;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

    private static final String LONG = "long-name-".repeat(20);

    @TempDir
    Path directory;

    private Unpacking unpacking;

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ünï-漢-😀",
                "a b",
                "a\nb",
                "a\\b",
                "-rf",
                "...",
                "*",
                "é",
                "e\u0301",
                "\u007f",
                ".restorer-1",
                "\ufffd",
                "caf\ufffd.txt"
            })
    void aFileMayHaveAnyNameThatIsUtf8(String name) {
        assertThat(unpacking.tree(new Tar().file("/layers/bp/x/" + name, "one")))
                .containsExactly(entry(name, "file 644 one"));
    }

    @Test
    void aNameThatIsNotUtf8IsRejected() {
        Tar tar = withLatin1("path=/layers/bp/x/caf\u00e9.txt").file("/layers/bp/x/a", "one");
        assertThat(unpacking.rejected(tar)).isEqualTo("a name is not UTF-8: /layers/bp/x/caf\\xe9.txt");
    }

    @Test
    void aTargetThatIsNotUtf8IsRejected() {
        Tar tar = withLatin1("linkpath=\u00e9").symbolicLink("/layers/bp/x/l", "a");
        assertThat(unpacking.rejected(tar)).isEqualTo("the target of a link is not UTF-8: \\xe9");
    }

    @Test
    void aNameThatIsNotUtf8IsIgnoredIfALongNameReplacesIt() {
        byte[] header = Tar.header('0', "/layers/bp/x/a", "", 0644, 0);
        header[20] = (byte) 0xe9;
        assertThat(unpacking.tree(new Tar().longName("/layers/bp/x/long").raw(Tar.withChecksum(header))))
                .containsExactly(entry("long", "file 644 "));
    }

    /** Exporters write names that are not ASCII into an extended header, without checking their bytes. */
    private static Tar withLatin1(String record) {
        byte[] bytes = (record.length() + 4 + " " + record + "\n").getBytes(ISO_8859_1);
        assertThat(bytes).hasSize(record.length() + 4);
        return new Tar()
                .raw(Tar.header('x', "PaxHeaders/x", "", 0644, bytes.length))
                .padded(bytes);
    }

    @Test
    void longNamesOfGnuTarAreRead() {
        assertThat(unpacking.tree(new Tar()
                        .longName("/layers/bp/x/" + LONG)
                        .file("/layers/bp/x/cut-off", "one")
                        .longName("/layers/bp/x/d" + LONG)
                        .directory("/layers/bp/x/cut-off", 0750)
                        .longName("/layers/bp/x/l" + LONG)
                        .longTarget(LONG)
                        .symbolicLink("/layers/bp/x/cut-off", "cut-off")
                        .longTarget("/layers/bp/x/" + LONG)
                        .hardLink("/layers/bp/x/h", "/cut-off")))
                .containsExactly(
                        entry("d" + LONG, "directory 750"),
                        entry("h", "file 644 one"),
                        entry("l" + LONG, "link " + LONG),
                        entry(LONG, "file 644 one"));
    }

    @Test
    void namesAndTargetsInPaxHeadersAreRead() {
        assertThat(unpacking.tree(new Tar()
                        .pax("path", "/layers/bp/x/ü" + LONG)
                        .file("/layers/bp/x/cut-off", "one")
                        .pax("linkpath", "漢" + LONG)
                        .symbolicLink("/layers/bp/x/l", "cut-off")
                        .pax("linkpath", "/layers/bp/x/ü" + LONG)
                        .hardLink("/layers/bp/x/h", "/cut-off")))
                .containsExactly(
                        entry("h", "file 644 one"), entry("l", "link 漢" + LONG), entry("ü" + LONG, "file 644 one"));
    }

    @Test
    void theNameInAPaxHeaderIsCheckedToo() {
        assertThat(unpacking.rejected(new Tar()
                        .file("/layers/bp/x/a", "one")
                        .pax("path", "/layers/bp/x/../y/a")
                        .file("/layers/bp/x/b", "evil")))
                .isEqualTo("the entry /layers/bp/x/../y/a lies outside bp/x");
    }

    @Test
    void unknownAttributesAreIgnored() {
        assertThat(unpacking.tree(new Tar()
                        .pax("SCHILY.xattr.user.key", "value")
                        .pax("mtime", "9223372036854775807")
                        .file("/layers/bp/x/a", "one")))
                .containsExactly(entry("a", "file 644 one"));
    }

    @Test
    void aNullCharacterInANameIsRejected() {
        assertThat(unpacking.rejected(new Tar().pax("path", "/layers/bp/x/a\0b").file("/layers/bp/x/a", "one")))
                .isEqualTo("a name has a null character");
    }

    @Test
    void aNullCharacterInATargetIsRejected() {
        assertThat(unpacking.rejected(new Tar().pax("linkpath", "a\0b").symbolicLink("/layers/bp/x/l", "a")))
                .isEqualTo("the link /layers/bp/x/l has an empty or invalid target");
    }

    @Test
    void aTooLongPartOfANameIsRejected() {
        assertThat(unpacking.rejected(
                        new Tar().longName("/layers/bp/x/" + "a".repeat(256)).file("/layers/bp/x/cut-off", "one")))
                .isEqualTo("a part of a name has more than 255 bytes");
    }

    @Test
    void aPathThatIsTooLongForTheSystemIsRejected() {
        String path = ("/" + "a".repeat(202)).repeat(20);
        assertThat(unpacking.rejected(new Tar().longName("/layers/bp/x" + path).file("/layers/bp/x/cut-off", "one")))
                .isEqualTo("File name too long");
    }
}
