package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.tar.SparseFormat;
import dev.restorer.fixtures.Programs;
import dev.restorer.fixtures.Tar;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sparse files, in each format. */
class SparseFilesTest {

    private static final String NAME = "/layers/bp/x/a";

    @TempDir
    Path directory;

    private static Tar tar(SparseFormat format, long size, String data, long... map) {
        Tar tar = new Tar();
        format.add(tar, NAME, size, data, map);
        return tar;
    }

    private Map<String, String> tree(Tar tar) {
        return new Unpacking(directory).tree(tar);
    }

    private String rejected(Tar tar) {
        return new Unpacking(directory).rejected(tar);
    }

    @ParameterizedTest
    @EnumSource
    void holesBetweenAndAfterItsFragmentsAreZeros(SparseFormat format) {
        Tar tar = tar(format, 25, "abcdefgh", 2, 5, 18, 3).file("/layers/bp/x/b", 0644, "next");
        assertThat(tree(tar))
                .containsOnly(
                        Map.entry("a", "file 644 \0\0abcde" + "\0".repeat(11) + "fgh\0\0\0\0"),
                        Map.entry("b", "file 644 next"));
    }

    @ParameterizedTest
    @EnumSource
    void fragmentsMayTouchAndBeEmpty(SparseFormat format) {
        assertThat(tree(tar(format, 6, "abcdef", 0, 0, 0, 3, 3, 0, 3, 3, 6, 0)))
                .containsOnly(Map.entry("a", "file 644 abcdef"));
    }

    @ParameterizedTest
    @EnumSource
    void aFileOfOneHoleHasItsSize(SparseFormat format) {
        assertThat(tree(tar(format, 1000, "", 1000, 0))).containsOnly(Map.entry("a", "file 644 " + "\0".repeat(1000)));
    }

    @ParameterizedTest
    @EnumSource
    void aFileMayBeEmpty(SparseFormat format) {
        assertThat(tree(tar(format, 0, "", 0, 0))).containsOnly(Map.entry("a", "file 644 "));
    }

    @ParameterizedTest
    @EnumSource
    void aFileMayHaveManyFragmentsInManyBuffers(SparseFormat format) {
        long count = 2000;
        long[] map = LongStream.range(0, 2 * count)
                .map(i -> i % 2 == 0 ? 1000 * i : 700)
                .toArray();
        StringBuilder data = new StringBuilder();
        StringBuilder file = new StringBuilder();
        for (int i = 0; i < count; i++) {
            String fragment = Character.toString('a' + i % 26).repeat(700);
            data.append(fragment);
            file.append(fragment).append("\0".repeat(1300));
        }
        assertThat(tree(tar(format, 2000 * count, data.toString(), map)))
                .containsOnly(Map.entry("a", "file 644 " + file));
    }

    @ParameterizedTest
    @EnumSource
    void aHardLinkLeadsToIt(SparseFormat format) {
        Tar tar = tar(format, 3, "b", 1, 1).hardLink("/layers/bp/x/b", NAME);
        assertThat(tree(tar)).containsOnly(Map.entry("a", "file 644 \0b\0"), Map.entry("b", "file 644 \0b\0"));
    }

    @ParameterizedTest
    @EnumSource
    void itReplacesAnEarlierFile(SparseFormat format) {
        Tar tar = new Tar().file(NAME, "the first, and longer");
        format.add(tar, NAME, 3, "b", 1, 1);
        assertThat(tree(tar)).containsOnly(Map.entry("a", "file 644 \0b\0"));
    }

    @ParameterizedTest
    @EnumSource
    void overlappingFragmentsAreRejected(SparseFormat format) {
        assertThat(rejected(tar(format, 9, "abcdef", 0, 3, 2, 3)))
                .isEqualTo("fragments of the sparse file " + NAME + " overlap, or lie outside of the file");
    }

    @ParameterizedTest
    @CsvSource({
        "9, 3, 3, 0, 3",
        "9, 0, 3, 9, 1",
        "9, 0, 10, 10, 0",
        "9, 10, 0, 10, 0",
        "9, -1, 3, 3, 3",
        "9, 0, 3, 3, -1",
        "9, 0, 3, 9223372036854775807, 9223372036854775807",
        "9223372036854775807, 0, 3, 9223372036854775807, 1",
        "9223372036854775807, 9223372036854775807, 3, 0, 0",
        "9, -9223372036854775808, 3, 0, 0",
        "9, 0, 3, 3, -9223372036854775808",
    })
    void fragmentsOutOfOrderOrOutsideOfTheFileAreRejected(long size, long one, long its, long other, long others) {
        for (SparseFormat format : SparseFormat.values()) {
            assertThat(rejected(tar(format, size, "abcdef", one, its, other, others)))
                    .as(format.name())
                    .isEqualTo("fragments of the sparse file " + NAME + " overlap, or lie outside of the file");
        }
    }

    @ParameterizedTest
    @EnumSource
    void contentsThatDoNotFitTheMapAreRejected(SparseFormat format) {
        String cause = "the contents of the sparse file " + NAME + " do not have the length of its fragments";
        assertThat(rejected(tar(format, 9, "abc", 0, 2))).isEqualTo(cause);
        assertThat(rejected(tar(format, 9, "abc", 0, 4))).isEqualTo(cause);
        assertThat(rejected(tar(format, 0, "abc", 0, 0))).isEqualTo(cause);
        assertThat(rejected(tar(format, 9, "", 0, 1))).isEqualTo(cause);
    }

    @ParameterizedTest
    @EnumSource
    void aNegativeSizeIsRejected(SparseFormat format) {
        assertThat(rejected(tar(format, -1, "", 0, 0))).isEqualTo("the entry " + NAME + " has a negative size");
    }

    @ParameterizedTest
    @EnumSource
    void contentsThatAreCutOffAreRejected(SparseFormat format) {
        byte[] tar = tar(format, 2000, "a".repeat(1024), 0, 1024).unfinished();
        assertThat(new Unpacking(directory).rejected(Arrays.copyOf(tar, tar.length - 1)))
                .isEqualTo("its tar is cut off");
    }

    @ParameterizedTest
    @EnumSource
    void holesCountAsBytesOfItsLayer(SparseFormat format) {
        Tar tar = tar(format, 1000, "abc", 0, 3);
        ContentsLimits limits = ContentsLimits.defaults();
        assertThat(new Unpacking(directory, limits.withBytes(1000))
                        .extracted(tar.bytes())
                        .bytes())
                .isEqualTo(1000);
        assertThat(new Unpacking(directory, limits.withBytes(999)).rejected(tar))
                .isEqualTo("its files have more than 999 bytes");
    }

    @ParameterizedTest
    @EnumSource
    void aHoleOfEightExbibytesIsRejected(SparseFormat format) {
        Tar tar = tar(format, Long.MAX_VALUE, "a", Long.MAX_VALUE - 1, 1);
        assertThat(rejected(tar)).isEqualTo("its files have more than 68719476736 bytes");
        assertThat(new Unpacking(directory, ContentsLimits.defaults().withBytes(Long.MAX_VALUE)).rejected(tar))
                .isEqualTo("it needs more space than the disk has left");
    }

    @Test
    void holesTakeNoSpace() {
        Tar tar = tar(SparseFormat.CONTENTS, 1 << 27, "abc", 1 << 26, 3);
        Path unpacked =
                new Unpacking(directory).extracted(tar.bytes()).directory().path();
        String kibibytes = Programs.run(
                        60, List.of("du", "-k", unpacked.resolve("a").toString()))
                .output()
                .replaceAll("\\s.*", "");
        assertThat(Integer.parseInt(kibibytes)).isLessThan(1 << 10);
    }
}
