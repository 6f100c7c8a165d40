package dev.restorer.core.contents.tar;

import static dev.restorer.core.contents.tar.ReadTars.MEBIBYTE;
import static dev.restorer.core.contents.tar.ReadTars.changed;
import static dev.restorer.core.contents.tar.ReadTars.contents;
import static dev.restorer.core.contents.tar.ReadTars.first;
import static dev.restorer.core.contents.tar.ReadTars.headers;
import static dev.restorer.core.contents.tar.ReadTars.put;
import static dev.restorer.core.contents.tar.ReadTars.read;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tar.TarEntry.Kind;
import dev.restorer.fixtures.Tar;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarHeadersTest {

    @Test
    void contentsThatAreNotReadAreSkipped() throws Exception {
        Tar tar = new Tar().file("a", "a".repeat(MEBIBYTE + 1)).file("b", "b");
        try (TarHeaders headers = headers(new ByteArrayInputStream(tar.bytes()))) {
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("a");
            assertThat(headers.contents().remaining()).isPositive();
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("b");
            assertThat(headers.next()).isNull();
        }
    }

    @Test
    void aStreamMayReturnFewBytesAtATime() throws Exception {
        Tar tar = new Tar().longName("long").file("a", "a".repeat(1000)).file("b", "b");
        InputStream slow = new ByteArrayInputStream(tar.bytes()) {
            private int calls;

            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(length, calls++ % 2 * 7));
            }
        };
        try (TarHeaders headers = headers(slow)) {
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("long");
            assertThat(contents(headers)).isEqualTo("a".repeat(1000));
            assertThat(headers.next()).extracting(TarEntry::name).isEqualTo("b");
            assertThat(headers.next()).isNull();
            headers.readToEnd();
        }
    }

    /** A global path, which no program writes, and records that are ignored, in any number. */
    @Test
    void globalRecordsApplyToAllFollowingEntries() throws Exception {
        Tar tar = new Tar().file("a", "");
        for (int i = 0; i < 40; i++) {
            StringBuilder records = new StringBuilder();
            for (int record = 0; record < 3000; record++) {
                records.append(Tar.paxRecord("comment" + i + "." + record, "1"));
            }
            tar.entry('g', "g", "", 0644, records.toString());
            tar.entry('g', "g", "", 0644, Tar.paxRecord("path", "global" + i));
            tar.file("b", "");
        }
        tar.pax("path", "local").file("c", "");
        tar.pax("path", "").file("d", "");
        tar.entry('g', "g", "", 0644, Tar.paxRecord("path", "")).file("e", "");
        assertThat(read(tar.bytes()))
                .hasSize(44)
                .startsWith("a ", "global0 ", "global1 ")
                .endsWith("local ", "d ", "e ");
    }

    @Test
    void theLastOfSeveralPaxHeadersIsUsed() throws Exception {
        assertThat(first(new Tar()
                        .pax("path", "one")
                        .pax("linkpath", "two")
                        .symbolicLink("own", "")
                        .bytes()))
                .isEqualTo(new TarEntry(Kind.SYMBOLIC_LINK, "own", "two", 0777, 0));
    }

    @Test
    void aLongNameOfGnuTarComesBeforeAPaxRecord() throws Exception {
        assertThat(first(new Tar()
                                .longName("gnu")
                                .pax("path", "pax")
                                .file("own", "")
                                .bytes())
                        .name())
                .isEqualTo("gnu");
    }

    @ParameterizedTest
    @CsvSource({
        "ustar, prefix/name", // with its version, which some programs omit
        "ustar-star, prefix/name",
        "gnu, prefix/name", // as Go before 1.8 wrote it
        "none, name",
    })
    void aNameInTwoPartsIsReadInTheFormatsThatHaveIt(String format, String name) throws Exception {
        byte[] header = changed(bytes -> {
            switch (format) {
                case "gnu" -> put(bytes, 257, "ustar  \0");
                case "none" -> put(bytes, 257, "\0\0\0\0\0\0\0\0");
                case "ustar-star" -> {
                    put(bytes, 508, "tar\0");
                    put(bytes, 345 + 131, "00000000001\0");
                }
                default -> put(bytes, 263, "\0\0");
            }
            put(bytes, 345, "prefix");
        });
        assertThat(first(header).name()).isEqualTo(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000001\0" + "00000000002\0", "\0", "prefix\u00e9"})
    void aHeaderOfGnuTarWithTimesOrWithOtherBytesHasNoPrefix(String times) throws Exception {
        byte[] header = changed(bytes -> {
            put(bytes, 257, "ustar  \0");
            put(bytes, 345, times);
        });
        assertThat(first(header).name()).isEqualTo("name");
    }

    @Test
    void aNameInTwoPartsMayFillItsFields() throws Exception {
        byte[] header = changed(bytes -> {
            put(bytes, 0, "n".repeat(100));
            put(bytes, 345, "p".repeat(155));
        });
        assertThat(first(header).name()).isEqualTo("p".repeat(155) + "/" + "n".repeat(100));
        byte[] star = changed(bytes -> {
            put(bytes, 345, "p".repeat(131) + "00000000001\0" + "00000000001\0");
            put(bytes, 508, "tar\0");
        });
        assertThat(first(star).name()).isEqualTo("p".repeat(131) + "/name");
    }

    @Test
    void aHeaderOfGnuTarWithEmptySparseStructuresIsAFile() throws Exception {
        byte[] header = changed(bytes -> {
            put(bytes, 257, "ustar  \0");
            Arrays.fill(bytes, 386, 483, (byte) 0);
        });
        assertThat(first(header).kind()).isEqualTo(Kind.FILE);
    }

    @Test
    void aChecksumOfSignedBytesIsAccepted() throws Exception {
        byte[] header = Tar.header('0', "ü", "", 0644, 0);
        int sum = Integer.parseInt(new String(header, 148, 6, UTF_8), 8) - 2 * 256;
        put(header, 148, String.format("%06o", sum));
        assertThat(first(header).name()).isEqualTo("ü");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 99, 100, 148, 156, 257, 511})
    void aHeaderWithOneWrongByteIsDamage(int at) {
        byte[] tar = new Tar().file("a", "").file("b", "").bytes();
        tar[512 + at] ^= 1;
        assertThatThrownBy(() -> read(tar)).hasMessage("a header of its tar is damaged");
    }

    @Test
    void bytesThatAreNotATarAreReportedAsSuch() {
        byte[] garbage = new byte[10_240];
        Arrays.fill(garbage, (byte) 0xff);
        assertThatThrownBy(() -> first(garbage))
                .isInstanceOf(RejectedException.class)
                .hasMessage("it is no tar");
    }

    @ParameterizedTest
    @ValueSource(chars = {'1', '2', '3', '4', '5', '6'})
    void linksDirectoriesDevicesAndPipesHaveNoContents(char type) throws Exception {
        Tar tar = new Tar().raw(Tar.header(type, "a", "b", 0644, 100)).file("c", "c");
        assertThat(read(tar.bytes())).containsExactly("a ", "c c");
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '7', '\0'})
    void aDirectoryWithAFilesTypeHasNoContents(char type) throws Exception {
        assertThat(first(new Tar().entry(type, "a/", "", 0755, "").bytes()).kind())
                .isEqualTo(Kind.DIRECTORY);
        assertThatThrownBy(
                        () -> first(new Tar().entry(type, "a/", "", 0755, "one").bytes()))
                .hasMessage("the entry a/ is a directory by its name, and has contents");
    }
}
