package dev.restorer.core.contents.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.MemoryCache;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarBuffer;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TarBlocksTest {

    private static final int FIRST = TarBuffer.MAX_FIRST;

    private final byte[] bytes = new byte[3 * FIRST];
    private final TarPipeline pipeline = new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE);

    TarBlocksTest() {
        new Random(1).nextBytes(bytes);
    }

    /** Returns blocks of which all that lie in the first buffer were read, but one. */
    private TarBlocks blocks(InputStream in) throws Exception {
        TarBlocks blocks = new TarBlocks(in, pipeline);
        blocks.skip(FIRST - TarBlock.LENGTH);
        return blocks;
    }

    private TarBlocks blocks() throws Exception {
        return blocks(new ByteArrayInputStream(bytes));
    }

    private ByteBuffer expected(int length) {
        return ByteBuffer.wrap(bytes, FIRST - TarBlock.LENGTH, length);
    }

    @Test
    void bytesThatLieInTwoBuffersAreGatheredInOne() throws Exception {
        TarBlocks blocks = blocks();
        assertThat(blocks.gather(2_000)).isTrue();
        assertThat(blocks.piece(2_000)).isEqualTo(expected(2_000));
    }

    @Test
    void bytesThatAreInTheBufferStayThere() throws Exception {
        TarBlocks blocks = blocks();
        TarBuffer buffer = blocks.buffer();
        assertThat(blocks.gather(TarBlock.LENGTH)).isTrue();
        assertThat(blocks.buffer()).isSameAs(buffer);
    }

    @Test
    void moreBytesThanTheFirstBufferHasAreNotGathered() throws Exception {
        TarBlocks blocks = blocks();
        assertThat(blocks.gather(FIRST + 1)).isFalse();
        assertThat(blocks.piece(FIRST + 1)).isEqualTo(expected(TarBlock.LENGTH));
    }

    @Test
    void asManyAsASmallFirstBufferHasAreGathered() throws Exception {
        TarPipeline small = new TarPipeline(IdleThreads.none(), 0);
        int first = small.first().bytes().length;
        TarBlocks blocks = new TarBlocks(new ByteArrayInputStream(bytes), small);
        blocks.skip(first - TarBlock.LENGTH);
        assertThat(first).isLessThan(FIRST);
        assertThat(blocks.gather(first)).isTrue();
        assertThat(blocks.piece(first)).isEqualTo(ByteBuffer.wrap(bytes, first - TarBlock.LENGTH, first));
        assertThat(blocks.gather(bytes.length)).isFalse();
        blocks.readToEnd(bytes.length);
        assertThat(small.finish()).isEqualTo(MemoryCache.diffId(bytes));
    }

    @Test
    void gatheredBytesAreDigestedOnce() throws Exception {
        TarBlocks blocks = blocks();
        blocks.gather(FIRST);
        blocks.readToEnd(bytes.length);
        assertThat(pipeline.finish()).isEqualTo(MemoryCache.diffId(bytes));
    }

    @Test
    void whatIsLeftBeforeTheEndIsReturned() throws Exception {
        TarBlocks blocks = blocks(new ByteArrayInputStream(Arrays.copyOf(bytes, FIRST + 10)));
        assertThat(blocks.gather(2_000)).isFalse();
        assertThat(blocks.piece(2_000)).isEqualTo(expected(TarBlock.LENGTH + 10));
        assertThatThrownBy(() -> blocks.piece(1)).isInstanceOf(RejectedException.class);
    }

    @Test
    void aReadFailureIsThrownAfterTheBytesBeforeIt() throws Exception {
        InputStream failing = new FilterInputStream(InputStream.nullInputStream()) {
            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("unreadable");
            }
        };
        TarBlocks blocks =
                blocks(new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(bytes, FIRST)), failing));
        assertThat(blocks.gather(2_000)).isFalse();
        assertThat(blocks.piece(2_000)).isEqualTo(expected(TarBlock.LENGTH));
        assertThatThrownBy(() -> blocks.piece(1)).hasMessage("unreadable");
    }

    @Test
    void atTheEndNothingIsReadAgainAndNoBufferCreated() throws Exception {
        TarBlocks blocks = new TarBlocks(new EndsOnce(Arrays.copyOf(bytes, FIRST - 1)), pipeline);
        blocks.skip(FIRST - TarBlock.LENGTH);
        TarBuffer buffer = blocks.buffer();
        assertThat(blocks.gather(TarBlock.LENGTH)).isFalse();
        blocks.skip(TarBlock.LENGTH - 1);
        assertThat(blocks.next()).isNull();
        assertThat(blocks.next()).isNull();
        assertThat(blocks.buffer()).isSameAs(buffer);
    }

    /** Fails if it is read after its end. */
    private static final class EndsOnce extends ByteArrayInputStream {
        private boolean ended;

        private EndsOnce(byte[] bytes) {
            super(bytes);
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            assertThat(ended).isFalse();
            int read = super.read(into, offset, length);
            ended = read < 0;
            return read;
        }
    }
}
