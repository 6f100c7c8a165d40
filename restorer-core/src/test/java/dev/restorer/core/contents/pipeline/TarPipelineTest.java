package dev.restorer.core.contents.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.LayerContents;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TarPipelineTest {

    private static final int FULL_BUFFERS = 10;

    private final byte[] tar = new byte[TarBuffer.MAX_FIRST + FULL_BUFFERS * TarBuffer.MAX + 1_000];

    TarPipelineTest() {
        new Random(1).nextBytes(tar);
    }

    /** Adds the tar as it would be read, and looks at each buffer, as files are written from it. */
    private String digest(IdleThreads threads) throws Exception {
        TarPipeline pipeline = new TarPipeline(threads, LayerContents.UNKNOWN_SIZE);
        for (int from = 0; from < tar.length; ) {
            TarBuffer buffer = pipeline.next();
            buffer.length = Math.min(buffer.bytes.length, tar.length - from);
            System.arraycopy(tar, from, buffer.bytes, 0, buffer.length);
            pipeline.digest(buffer);
            assertThat(buffer.view.slice(0, buffer.length).mismatch(ByteBuffer.wrap(tar, from, buffer.length)))
                    .isEqualTo(-1);
            from += buffer.length;
        }
        return pipeline.finish();
    }

    private String expected() throws Exception {
        return "sha256:"
                + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(tar));
    }

    @Test
    void theReadingThreadAloneComputesTheDigest() throws Exception {
        assertThat(digest(IdleThreads.none())).isEqualTo(expected());
    }

    @Test
    void anIdleThreadComputesTheSameDigest() throws Exception {
        ExecutorService idle = Executors.newFixedThreadPool(4);
        try {
            for (int i = 0; i < 20; i++) {
                assertThat(digest(task -> {
                            idle.execute(task);
                            return true;
                        }))
                        .isEqualTo(expected());
            }
        } finally {
            idle.shutdownNow();
        }
    }

    @Test
    void aThreadThatNeverStartsDoesNotKeepTheReadingThreadWaiting() throws Exception {
        List<Runnable> queued = new ArrayList<>();
        assertThat(digest(queued::add)).isEqualTo(expected());
        assertThat(queued).hasSize(1);
    }

    @Test
    void aThreadThatStartsAfterTheEndDoesNothing() throws Exception {
        List<Runnable> queued = new ArrayList<>();
        TarPipeline pipeline = new TarPipeline(queued::add, LayerContents.UNKNOWN_SIZE);
        TarBuffer buffer = pipeline.next();
        buffer.length = buffer.bytes.length;
        pipeline.digest(buffer);
        String diffId = pipeline.finish();
        queued.forEach(Runnable::run);
        assertThat(diffId)
                .isEqualTo("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[TarBuffer.MAX_FIRST])));
    }

    @Test
    void anExecutorThatRunsTasksInTheReadingThreadComputesTheSameDigest() throws Exception {
        assertThat(digest(task -> {
                    task.run();
                    return true;
                }))
                .isEqualTo(expected());
    }

    @Test
    void aLayerThatFitsInOneBufferUsesNoOtherThread() throws Exception {
        List<Runnable> queued = new ArrayList<>();
        TarPipeline pipeline = new TarPipeline(queued::add, LayerContents.UNKNOWN_SIZE);
        TarBuffer buffer = pipeline.next();
        buffer.length = buffer.bytes.length - 1;
        pipeline.digest(buffer);
        pipeline.finish();
        assertThat(queued).isEmpty();
    }

    @Test
    void theFirstBufferOfASmallTarHasRoomForFourTimesItsStoredSize() {
        assertThat(TarBuffer.first(5_000).bytes).hasSize(1 << 15);
    }

    @Test
    void theFirstBufferIsNeverVerySmall() {
        assertThat(TarBuffer.first(0).bytes).hasSize(1 << 14);
    }

    @ParameterizedTest
    @ValueSource(longs = {LayerContents.UNKNOWN_SIZE, 100_000, Long.MAX_VALUE})
    void theFirstBufferOfAnyOtherTarHasTheMaximumSize(long contentsSize) {
        assertThat(TarBuffer.first(contentsSize).bytes).hasSize(TarBuffer.MAX_FIRST);
    }

    @Test
    void eachFurtherBufferIsLargerUpToAMaximum() {
        TarBuffer second = TarBuffer.first(0).larger();
        assertThat(second.bytes).hasSize(1 << 16);
        assertThat(second.larger().larger().larger().bytes).hasSize(TarBuffer.MAX);
    }
}
