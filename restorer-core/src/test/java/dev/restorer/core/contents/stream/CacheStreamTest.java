package dev.restorer.core.contents.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.restorer.core.contents.failure.ContentsReadException;
import dev.restorer.core.contents.failure.StoppedException;
import dev.restorer.fixtures.Undeclared;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class CacheStreamTest {

    private static CacheStream of(InputStream stream, Progress progress) {
        return new CacheStream(LayerCache.none(), new LayerContents(stream, 10), progress);
    }

    @Test
    void aRuntimeExceptionOfACachesStreamIsAReadFailure() {
        CacheStream stream = of(new ThrowingStream(new IllegalStateException("the vendor's own")), (bytes, size) -> {});
        assertThatThrownBy(stream::read)
                .isInstanceOf(IOException.class)
                .hasMessage("dev.restorer.spi.NoLayerCache: the vendor's own");
        assertThatThrownBy(() -> stream.skip(1)).isInstanceOf(IOException.class);
    }

    @Test
    void whateverACachesStreamThrowsIsAReadFailure() {
        for (Throwable thrown : List.of(new TimeoutException("undeclared"), new NoClassDefFoundError("undeclared"))) {
            CacheStream stream = of(new ThrowingStream(thrown), (bytes, size) -> {});
            assertThatThrownBy(stream::read)
                    .isInstanceOf(ContentsReadException.class)
                    .hasMessageEndingWith("undeclared")
                    .hasCause(thrown);
            assertThatCode(stream::close).doesNotThrowAnyException();
        }
    }

    @Test
    void anErrorOfTheVirtualMachineIsThrownAsItIs() {
        Error full = new OutOfMemoryError();
        assertThatThrownBy(of(new ThrowingStream(full), (bytes, size) -> {})::read)
                .isSameAs(full);
    }

    @Test
    void anImpossibleSizeIsAnUnknownOne() {
        LayerContents contents = new LayerContents(InputStream.nullInputStream(), Long.MIN_VALUE);
        assertThat(new CacheStream(LayerCache.none(), contents, (bytes, size) -> {}).size())
                .isEqualTo(LayerContents.UNKNOWN_SIZE);
    }

    @Test
    void aStreamThatReturnsAWrongCountIsAReadFailure() {
        for (int read : new int[] {0, 5, Integer.MAX_VALUE}) {
            InputStream wrong = new InputStream() {
                @Override
                public int read() {
                    return 1;
                }

                @Override
                public int read(byte[] into, int offset, int length) {
                    return read;
                }
            };
            CacheStream stream = of(wrong, (bytes, size) -> {});
            assertThatThrownBy(() -> stream.read(new byte[4], 0, 4))
                    .isInstanceOf(ContentsReadException.class)
                    .hasMessage(
                            "dev.restorer.spi.NoLayerCache: it returned " + read + " where 4 bytes were to be read");
        }
    }

    @Test
    void availableIsNotCalledOnACachesStream() {
        CacheStream stream = of(new ThrowingStream(new IllegalStateException("the vendor's own")), (bytes, size) -> {});
        assertThat(stream.available()).isZero();
    }

    @Test
    void aFailureToCloseIsNotAReadFailure() {
        CacheStream stream = of(new ThrowingStream(new IllegalStateException("the vendor's own")), (bytes, size) -> {});
        assertThatCode(stream::close).doesNotThrowAnyException();
    }

    @Test
    void eachReadReportsTheBytesReadSoFar() throws IOException {
        List<Long> told = new ArrayList<>();
        CacheStream stream = of(new ByteArrayInputStream(new byte[10]), (bytes, size) -> {
            assertThat(size).isEqualTo(10);
            told.add(bytes);
        });
        assertThat(stream.read()).isZero();
        assertThat(stream.read(new byte[4], 0, 4)).isEqualTo(4);
        assertThat(stream.read(new byte[10], 0, 10)).isEqualTo(5);
        assertThat(stream.read()).isEqualTo(-1);
        assertThat(told).containsExactly(1L, 5L, 10L, 10L);
    }

    @Test
    void anExceptionOfTheProgressIsThrown() {
        IllegalStateException reason = new IllegalStateException("enough");
        CacheStream stream = of(new ByteArrayInputStream(new byte[10]), (bytes, size) -> {
            throw reason;
        });
        StoppedException e = catchThrowableOfType(StoppedException.class, stream::read);
        assertThat(e.reason()).isSameAs(reason);
    }

    /** Throws an exception in each method. */
    private static final class ThrowingStream extends InputStream {
        private final Throwable thrown;

        private ThrowingStream(Throwable thrown) {
            this.thrown = thrown;
        }

        @Override
        public int read() {
            throw Undeclared.thrown(thrown);
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            throw Undeclared.thrown(thrown);
        }

        @Override
        public long skip(long n) {
            throw Undeclared.thrown(thrown);
        }

        @Override
        public int available() {
            throw Undeclared.thrown(thrown);
        }

        @Override
        public void close() {
            throw Undeclared.thrown(thrown);
        }
    }
}
