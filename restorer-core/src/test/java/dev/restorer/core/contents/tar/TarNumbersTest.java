package dev.restorer.core.contents.tar;

import static dev.restorer.core.contents.tar.ReadTars.changed;
import static dev.restorer.core.contents.tar.ReadTars.first;
import static dev.restorer.core.contents.tar.ReadTars.put;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.fixtures.Tar;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TarNumbersTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000000017\0",
                "17\0",
                "17 ",
                "    17 \0",
                " 17\0\0\0\0\0\0\0\0",
                "00000000017 ",
                "000000000017",
                "17\0x",
                "17\0 9",
            })
    void numbersMayHaveSeveralForms(String field) throws Exception {
        assertThat(first(changed(bytes -> {
                            Arrays.fill(bytes, 124, 136, (byte) 0);
                            put(bytes, 124, field);
                        }))
                        .size())
                .isEqualTo(15);
    }

    @Test
    void onlyTwelveBitsOfAModeAreUsed() throws Exception {
        assertThat(first(new Tar().file("a", 0107755, "").bytes()).mode()).isEqualTo(07755);
    }

    @Test
    void anEmptyNumberIsZero() throws Exception {
        assertThat(first(changed(bytes -> Arrays.fill(bytes, 124, 136, (byte) 0)))
                        .size())
                .isZero();
        assertThat(first(changed(bytes -> Arrays.fill(bytes, 124, 136, (byte) ' ')))
                        .size())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0000000008\0", "x", "-1", "17x", "0x17", "1 7", "17 \0x", "\0x"})
    void anInvalidNumberIsDamage(String field) {
        assertThatThrownBy(() -> first(changed(bytes -> {
                    Arrays.fill(bytes, 124, 136, (byte) 0);
                    put(bytes, 124, field);
                })))
                .hasMessage("a header of its tar is damaged");
    }

    /**
     * The mode, the owner, the time, and the numbers of a device; as in Go's reader, those of every format that has
     * them.
     */
    @ParameterizedTest
    @CsvSource({
        "'',100",
        "'',108",
        "'',116",
        "'',136",
        "'ustar  \0',329",
        "'ustar\0',337",
        "'ustar\0',476",
        "'ustar\0',488"
    })
    void aNumberWithoutAnEffectMustBeANumberToo(String format, int at) {
        byte[] header = changed(bytes -> {
            put(bytes, 257, format);
            put(bytes, 508, "tar\0");
            put(bytes, at, "0000x00\0");
        });
        assertThatThrownBy(() -> first(header)).hasMessage("a header of its tar is damaged");
    }

    @Test
    void anExtendedHeaderMustHaveNumbersToo() {
        byte[] header = Tar.header('x', "x", "", 0644, 0);
        put(header, 108, "x");
        assertThatThrownBy(() -> first(Tar.withChecksum(header))).hasMessage("a header of its tar is damaged");
    }

    @ParameterizedTest
    @ValueSource(ints = {329, 337, 476, 488})
    void theOldestFormatHasNoNumbersOfDevicesAndOneTime(int at) throws Exception {
        byte[] header = changed(bytes -> {
            Arrays.fill(bytes, 257, 265, (byte) 0);
            put(bytes, at, "x");
        });
        assertThat(first(header).name()).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 0777, 1L << 33, (1L << 36) + 255, Long.MAX_VALUE})
    void aSizeMayBeInBase256(long size) throws Exception {
        byte[] header = changed(bytes -> {
            ByteBuffer.wrap(bytes, 124, 12).putInt(0x80000000).putLong(size);
        });
        assertThat(first(header).size()).isEqualTo(size);
    }

    @Test
    void aSizeInBase256MayNotBeNegative() {
        byte[] header =
                changed(bytes -> ByteBuffer.wrap(bytes, 124, 12).putInt(-1).putLong(-5));
        assertThatThrownBy(() -> first(header)).hasMessage("the entry name has a negative size");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80000001, 0xbfffffff, 0xfffffffe, 0xc0000000})
    void aSizeInBase256ThatIsTooLargeIsDamage(int start) {
        byte[] header =
                changed(bytes -> ByteBuffer.wrap(bytes, 124, 12).putInt(start).putLong(0));
        assertThatThrownBy(() -> first(header)).hasMessage("a header of its tar is damaged");
    }

    @Test
    void aNegativeSizeIsDamage() {
        byte[] header = Tar.header('x', "x", "", 0644, 0);
        ByteBuffer.wrap(header, 124, 12).putInt(-1).putLong(-512);
        assertThatThrownBy(() -> first(Tar.withChecksum(header))).hasMessage("a header of its tar is damaged");
    }
}
