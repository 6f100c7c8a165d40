package dev.restorer.core.contents.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.core.contents.Unpacking;
import dev.restorer.fixtures.Tar;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pax records of sparse files that are not as GNU tar writes them. */
class SparseRecordsTest {

    private static final String NAME = "/layers/bp/x/a";

    private static final String MAP = record("numblocks", "1") + record("map", "1,1");

    @TempDir
    Path directory;

    private static String record(String key, String value) {
        return Tar.paxRecord("GNU.sparse." + key, value);
    }

    private static Tar tar(char type, String records) {
        return new Tar().entry(type, "PaxHeaders/x", "", 0644, records);
    }

    /** Returns the entries of a tar that has a file of one byte with records. */
    private Map<String, String> tree(String records) {
        return new Unpacking(directory).tree(tar('x', records).file(NAME, "b"));
    }

    private String rejected(Tar tar) {
        return new Unpacking(directory).rejected(tar);
    }

    private static Map<String, String> file(String content) {
        return Map.of("a", "file 644 " + content);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 1"})
    void theVersionsOfMapsInRecordsMayBeStated(String major, String minor) {
        assertThat(tree(record("major", major) + record("minor", minor) + record("size", "3") + MAP))
                .isEqualTo(file("\0b\0"));
    }

    @ParameterizedTest
    @CsvSource({"0, 2", "1, 1", "2, 0", "1, ''", "'', 0", "x, y", "1.0, ''", "01, 0"})
    void withAnUnknownVersionTheRecordsAreIgnored(String major, String minor) {
        String records = record("major", major)
                + record("minor", minor)
                + record("name", "/layers/bp/x/other")
                + record("size", "3")
                + MAP;
        assertThat(tree(records)).isEqualTo(file("b"));
    }

    @Test
    void withoutAMapTheRecordsAreIgnored() {
        assertThat(tree(record("name", "/layers/bp/x/other") + record("size", "3") + record("numblocks", "0")))
                .isEqualTo(file("b"));
        assertThat(tree(MAP + record("map", "") + record("size", "3"))).isEqualTo(file("b"));
    }

    @Test
    void aStatedVersionWithoutAMapIsThatOfOneHole() {
        String records = record("major", "0") + record("minor", "1") + record("numblocks", "0") + record("size", "3");
        assertThat(new Unpacking(directory).tree(tar('x', records).file(NAME, "")))
                .isEqualTo(file("\0\0\0"));
    }

    @Test
    void anotherSizeIsUsedIfThereIsNone() {
        assertThat(tree(record("realsize", "3") + MAP)).isEqualTo(file("\0b\0"));
        assertThat(tree(record("realsize", "4") + record("size", "3") + MAP)).isEqualTo(file("\0b\0"));
        assertThat(tree(record("realsize", "3") + record("size", "") + MAP)).isEqualTo(file("\0b\0"));
        assertThat(tree(record("numblocks", "1") + record("map", "0,1"))).isEqualTo(file("b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "1.5", "9223372036854775808", " 3"})
    void aSizeThatIsNoNumberIsRejected(String size) {
        assertThat(rejected(tar('x', record("size", size) + MAP).file(NAME, "b")))
                .isEqualTo("the map of the sparse file " + NAME + " is damaged");
    }

    @Test
    void theNameOfASparseFilePrecedesAllOthers() {
        String records = record("size", "3") + record("name", NAME + "-ü") + Tar.paxRecord("path", "/path") + MAP;
        assertThat(new Unpacking(directory)
                        .tree(tar('x', records).longName("/long").file("/own", "b")))
                .isEqualTo(Map.of("a-ü", "file 644 \0b\0"));
        assertThat(tree(record("size", "3") + record("name", "") + MAP)).isEqualTo(file("\0b\0"));
    }

    @Test
    void aSparseFileGetsItsMode() {
        Tar tar = tar('x', record("size", "3") + MAP).file(NAME, 06777, "b");
        assertThat(new Unpacking(directory).tree(tar)).isEqualTo(Map.of("a", "file 6777 \0b\0"));
    }

    @Test
    void ofSeveralHeadersTheLastIsUsed() {
        Tar tar = tar('x', record("size", "3") + MAP)
                .entry('x', "PaxHeaders/x", "", 0644, Tar.paxRecord("comment", "a"))
                .file(NAME, "b");
        assertThat(new Unpacking(directory).tree(tar)).isEqualTo(file("b"));
    }

    @Test
    void aMapOfManyRecordsPrecedesThatOfOne() {
        String numbers = record("offset", "2") + record("numbytes", "1");
        assertThat(tree(record("size", "3") + numbers + MAP)).isEqualTo(file("\0\0b"));
    }

    @Test
    void theOffsetAndTheLengthOfAFragmentMustAlternate() {
        String offset = record("offset", "1");
        String length = record("numbytes", "1");
        for (String records : new String[] {
            length + offset,
            offset + offset,
            offset + length + length,
            record("offset", "1,1"),
            offset + record("numbytes", "1,")
        }) {
            assertThat(rejected(tar('x', record("size", "3") + record("numblocks", "1") + records)
                            .file(NAME, "b")))
                    .isEqualTo("a pax header of its tar is damaged");
        }
        assertThat(rejected(tar('x', record("size", "3") + record("numblocks", "1") + offset + length + offset)
                        .file(NAME, "b")))
                .isEqualTo("the map of the sparse file " + NAME + " is damaged");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '5', '6', 'V'})
    void anEntryThatIsNoFileMayNotHaveAMap(char type) {
        Tar tar = new Tar().file("/layers/bp/x/b", "b");
        tar.entry('x', "PaxHeaders/x", "", 0644, record("size", "3") + MAP)
                .entry(type, NAME, "/layers/bp/x/b", 0644, "");
        assertThat(rejected(tar)).isEqualTo("the entry " + NAME + " has the map of a sparse file, and is no file");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '7', 'S'})
    void aDirectoryByItsNameMayNotHaveAMap(char type) {
        assertThat(rejected(tar('x', record("size", "0") + MAP).entry(type, NAME + "/", "", 0644, "")))
                .isEqualTo("the entry " + NAME + "/ has the map of a sparse file, and is no file");
    }

    @Test
    void otherEntriesMayHaveSuchRecordsWithoutAMap() {
        Tar tar = tar('x', record("name", "/layers/bp/x/other") + record("size", "3"))
                .directory("/layers/bp/x/d", 0755);
        assertThat(new Unpacking(directory).tree(tar)).isEqualTo(Map.of("d", "directory 755"));
    }

    @Test
    void allEntriesMayNotHaveAMap() {
        assertThat(rejected(tar('g', record("size", "3") + MAP).file(NAME, "b")))
                .isEqualTo("a pax header for all entries has the map of a sparse file");
        assertThat(new Unpacking(directory).tree(tar('g', record("size", "3")).file(NAME, "b")))
                .isEqualTo(file("b"));
    }
}
