package dev.restorer.core.contents.tar;

import static dev.restorer.core.contents.tar.ReadTars.MEBIBYTE;
import static dev.restorer.core.contents.tar.ReadTars.headers;
import static dev.restorer.core.contents.tar.ReadTars.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tar.ReadTars.Endless;
import dev.restorer.fixtures.Tar;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarEndTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 20})
    void theEndMayHaveTwoEmptyBlocksOrOneOrNone(int blocks) throws Exception {
        byte[] tar = new Tar().file("a", "one").unfinished();
        assertThat(read(Arrays.copyOf(tar, tar.length + 512 * blocks))).containsExactly("a one");
    }

    @Test
    void oneMebibyteMayFollowTheEnd() throws Exception {
        byte[] tar = new Tar().file("a", "one").bytes();
        for (int more : new int[] {0, MEBIBYTE, MEBIBYTE + 1}) {
            TarHeaders headers = headers(new ByteArrayInputStream(Arrays.copyOf(tar, tar.length + more)));
            assertThat(headers.next()).isNotNull();
            assertThat(headers.next()).isNull();
            if (more <= MEBIBYTE) {
                headers.readToEnd();
            } else {
                assertThatThrownBy(headers::readToEnd).hasMessage("more than 1048576 bytes follow the end of its tar");
            }
        }
    }

    @Test
    void bytesAfterTheEndAreLimited() throws Exception {
        Endless zeros = new Endless((byte) 0);
        TarHeaders headers = headers(zeros);
        assertThat(headers.next()).isNull();
        assertThatThrownBy(headers::readToEnd).isInstanceOf(RejectedException.class);
        assertThat(zeros.read).isLessThan(2 * MEBIBYTE);
    }

    @Test
    void bytesAfterOneEmptyBlockAreDamage() {
        Tar tar = new Tar().file("a", "one").raw(new byte[512]).file("b", "two");
        assertThatThrownBy(() -> read(tar.bytes())).hasMessage("a header of its tar is damaged");
    }

    /** The padding of the last block may be missing, as in Go's reader. */
    @Test
    void aTarMayEndWithTheLastByteOfItsContents() throws Exception {
        assertThat(read(Arrays.copyOf(new Tar().file("a", "one").bytes(), 515))).containsExactly("a one");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 512 + 2, 1024 + 1, 1536 - 1, 1536 + 100, 2048 + 2})
    void aTarThatEndsWithinAHeaderOrContentsIsTruncated(int length) {
        byte[] tar =
                new Tar().file("a", "one").pax("path", "c").file("b", "two").bytes();
        assertThatThrownBy(() -> read(Arrays.copyOf(tar, length))).hasMessage("its tar is cut off");
    }

    @ParameterizedTest
    @ValueSource(chars = {'L', 'K', 'x'})
    void aTarThatEndsAfterAnExtendedHeaderIsTruncated(char type) {
        String content = type == 'x' ? Tar.paxRecord("mtime", "1") : "name";
        assertThatThrownBy(
                        () -> read(new Tar().entry(type, "x", "", 0644, content).bytes()))
                .hasMessage("its tar is cut off");
    }
}
