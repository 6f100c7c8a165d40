package dev.restorer.core.contents.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.Unpacking;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.fixtures.Tar;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What only one format of a sparse file's map has. */
class SparseMapReaderTest {

    private static final String NAME = "/layers/bp/x/a";
    private static final String DAMAGED = "the map of the sparse file " + NAME + " is damaged";
    private static final String TOO_LARGE = "the map of the sparse file " + NAME + " has more than 1048576 bytes";

    /** The blocks that may follow a header so that both have 1 MiB. */
    private static final int MAX_BLOCKS = 2047;

    @TempDir
    Path directory;

    private Map<String, String> tree(Tar tar) {
        return new Unpacking(directory).tree(tar);
    }

    private String rejected(Tar tar) {
        return new Unpacking(directory).rejected(tar);
    }

    private static Tar inHeader(Consumer<byte[]> change, String data) {
        byte[] header = Tar.header('S', NAME, "", 0644, data.length());
        SparseFormat.put(header, 257, "ustar  \0");
        change.accept(header);
        return new Tar().raw(Tar.withChecksum(header));
    }

    private static Tar inContents(String map, String data) {
        Tar tar = new Tar();
        SparseFormat.addText(tar, NAME, 9, data, map);
        return tar;
    }

    private static Tar inRecords(String count, String map) {
        String records = Tar.paxRecord("GNU.sparse.size", "9")
                + Tar.paxRecord("GNU.sparse.numblocks", count)
                + Tar.paxRecord("GNU.sparse.map", map);
        return new Tar().entry('x', "PaxHeaders/x", "", 0644, records).file(NAME, "abc");
    }

    @Test
    void theHeaderOfAnotherProgramHasNoMap() {
        assertThat(rejected(new Tar().entry('S', NAME, "", 0644, ""))).isEqualTo(DAMAGED);
    }

    @Test
    void aHeaderWithoutFragmentsIsThatOfOneHole() {
        Tar tar = inHeader(header -> SparseFormat.put(header, 483, "00000000003\0"), "");
        assertThat(tree(tar)).containsOnly(Map.entry("a", "file 644 \0\0\0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {386, 398, 483})
    void aNumberOfAHeaderMustBeOctal(int field) {
        Tar tar = inHeader(
                header -> {
                    SparseFormat.put(header, 386, "00000000000\0" + "00000000000\0");
                    SparseFormat.put(header, 483, "00000000003\0");
                    SparseFormat.put(header, field, "8");
                },
                "");
        assertThat(rejected(tar)).isEqualTo("a header of its tar is damaged");
    }

    @Test
    void fragmentsMayFollowABlockWithoutAny() {
        Tar tar = inHeader(
                        header -> {
                            SparseFormat.put(header, 483, "00000000003\0");
                            header[482] = (byte) 0xff;
                        },
                        "b")
                .raw(SparseFormat.block(true))
                .raw(SparseFormat.block(false, 1, 1))
                .padded(new byte[] {'b'});
        assertThat(tree(tar)).containsOnly(Map.entry("a", "file 644 \0b\0"));
    }

    @Test
    void blocksWithFragmentsMayHaveOneMebibyteWithTheHeader() {
        Tar tar = inHeader(header -> header[482] = 1, "");
        for (int i = 1; i < MAX_BLOCKS; i++) {
            tar.raw(SparseFormat.block(true));
        }
        byte[] before = tar.unfinished();
        assertThat(tree(new Tar().raw(before).raw(SparseFormat.block(false))))
                .containsOnly(Map.entry("a", "file 644 "));
        assertThat(rejected(new Tar().raw(before).raw(SparseFormat.block(true)).raw(SparseFormat.block(false))))
                .isEqualTo(TOO_LARGE);
    }

    @Test
    void aTarThatEndsBeforeTheLastBlockWithFragmentsIsRejected() {
        Tar tar = inHeader(header -> header[482] = 1, "").raw(SparseFormat.block(true));
        assertThat(new Unpacking(directory).rejected(tar.unfinished())).isEqualTo("its tar is cut off");
    }

    @Test
    void recordsDoNotChangeAHeaderWithAMap() {
        Tar tar = new Tar();
        String records = Tar.paxRecord("GNU.sparse.major", "1")
                + Tar.paxRecord("GNU.sparse.minor", "0")
                + Tar.paxRecord("GNU.sparse.name", "/layers/bp/x/other")
                + Tar.paxRecord("GNU.sparse.realsize", "100");
        tar.entry('x', "PaxHeaders/x", "", 0644, records);
        SparseFormat.HEADER.add(tar, NAME, 3, "b", 1, 1);
        assertThat(tree(tar)).containsOnly(Map.entry("a", "file 644 \0b\0"));
    }

    /** A number may have a sign and any number of zeros, and lie in two blocks. */
    @ParameterizedTest
    @ValueSource(strings = {"1\n0\n3\n", "1\n-0\n+003\n", "2\n0\n3\n9\n0\n", "1\n0\n3\n junk after the map"})
    void numbersOfContentsHaveSeveralForms(String map) {
        assertThat(tree(inContents(map, "abc"))).containsOnly(Map.entry("a", "file 644 abc\0\0\0\0\0\0"));
        assertThat(tree(inContents("0".repeat(509) + map, "abc")))
                .containsOnly(Map.entry("a", "file 644 abc\0\0\0\0\0\0"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x\n0\n3\n",
                "\n0\n3\n",
                "1\n\n3\n",
                "1\r\n0\r\n3\r\n",
                "-1\n0\n3\n",
                "1\n0\n3.0\n",
                "1\n0x0\n3\n",
                "1\n0 3\n",
                "9223372036854775808\n0\n3\n",
                "1\n0\n9223372036854775808\n",
                "1\n0\n\u0663\n",
            })
    void otherNumbersOfContentsAreRejected(String map) {
        assertThat(rejected(inContents(map, "abc"))).isEqualTo(DAMAGED);
    }

    /** What follows is read as a part of the map, up to the end of the tar, which is no text. */
    @ParameterizedTest
    @ValueSource(strings = {"1\n0\n3", "2\n0\n3\n", "9223372036854775807\n0\n3\n", "1", ""})
    void aMapWithoutItsLastNewlineIsRejected(String map) {
        assertThat(rejected(inContents(map, "abc"))).isIn(DAMAGED, "its tar is cut off");
    }

    @Test
    void theBlocksOfAMapMustBeContents() {
        String records = Tar.paxRecord("GNU.sparse.major", "1") + Tar.paxRecord("GNU.sparse.minor", "0");
        Tar tar = new Tar().entry('x', "PaxHeaders/x", "", 0644, records).file(NAME, "0\n");
        assertThat(rejected(tar)).contains("do not have the length of its fragments");
    }

    @Test
    void theMapOfContentsMayHaveOneMebibyte() {
        String zeros = "0\n0\n".repeat((1 << 18) - 10);
        String map = (1 << 18) - 9 + "\n" + zeros;
        String end = "0\n" + "0".repeat((1 << 20) - map.length() - 3) + "\n";
        assertThat(tree(inContents(map + end, ""))).containsOnly(Map.entry("a", "file 644 " + "\0".repeat(9)));
        assertThat(rejected(inContents(map + "0" + end, ""))).isEqualTo(TOO_LARGE);
    }

    @ParameterizedTest
    @CsvSource({
        "1, '0,3,'",
        "1, '0,3,3'",
        "1, '0,3,3,0'",
        "2, '0,3'",
        "1, '0'",
        "0, '0,3'",
        "-1, '0,3'",
        "'', '0,3'",
        "x, '0,3'",
        "9223372036854775807, '0,3'",
        "1, ',3'",
        "1, '0,'",
        "1, ','",
        "1, '0;3'",
        "1, '0 ,3'",
        "1, '0,9223372036854775808'",
    })
    void otherMapsOfARecordAreRejected(String count, String map) {
        assertThat(rejected(inRecords(count, map))).isEqualTo(DAMAGED);
    }

    @Test
    void theBlocksOfMapsCountAsHeadersOfALayer() throws Exception {
        Tar tar = new Tar();
        SparseFormat.HEADER.add(tar, NAME, 0, "", new long[2 * (4 + 21)]);
        assertThat(headers(tar, 1024).next()).isNotNull();
        assertThatThrownBy(() -> headers(tar, 1023).next())
                .hasMessage("the headers before its entries have too many bytes together");
    }

    private static TarHeaders headers(Tar tar, long maxHeaderBytes) {
        TarPipeline pipeline = new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE);
        return new TarHeaders(new ByteArrayInputStream(tar.bytes()), pipeline, 4095, maxHeaderBytes);
    }
}
