package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TarPipelineTest {

    private static final int FULL_BUFFERS = 40;

    private final byte[] tar = new byte[FULL_BUFFERS * TarBuffer.CAPACITY + 1_000];

    TarPipelineTest() {
        new Random(1).nextBytes(tar);
    }

    /** Adds the tar as it would be read, and looks at each buffer, as files are written from it. */
    private String digest(IdleThreads threads) throws Exception {
        TarPipeline pipeline = new TarPipeline(threads);
        for (int from = 0; from < tar.length; from += TarBuffer.CAPACITY) {
            TarBuffer buffer = pipeline.next();
            buffer.length = Math.min(TarBuffer.CAPACITY, tar.length - from);
            System.arraycopy(tar, from, buffer.bytes, 0, buffer.length);
            pipeline.digest(buffer);
            assertThat(buffer.view.slice(0, buffer.length).mismatch(ByteBuffer.wrap(tar, from, buffer.length)))
                    .isEqualTo(-1);
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
        TarPipeline pipeline = new TarPipeline(queued::add);
        TarBuffer buffer = pipeline.next();
        buffer.length = TarBuffer.CAPACITY;
        pipeline.digest(buffer);
        String diffId = pipeline.finish();
        queued.forEach(Runnable::run);
        assertThat(diffId)
                .isEqualTo("sha256:"
                        + HexFormat.of()
                                .formatHex(MessageDigest.getInstance("SHA-256").digest(new byte[TarBuffer.CAPACITY])));
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
        TarPipeline pipeline = new TarPipeline(queued::add);
        TarBuffer buffer = pipeline.next();
        buffer.length = TarBuffer.CAPACITY - 1;
        pipeline.digest(buffer);
        pipeline.finish();
        assertThat(queued).isEmpty();
    }

    private NewFile file(Path path) throws Exception {
        return new NewFile(
                path, Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0644, false);
    }

    private static DeferredFile deferred(TarPipeline pipeline, NewFile file, long size) {
        DeferredFile deferred = pipeline.defer(file, size);
        assertThat(deferred).isNotNull();
        return Objects.requireNonNull(deferred);
    }

    private static TarBuffer full(TarPipeline pipeline) throws Exception {
        TarBuffer buffer = pipeline.next();
        buffer.length = TarBuffer.CAPACITY;
        pipeline.digest(buffer);
        return buffer;
    }

    @Test
    void withoutAnIdleThreadNoFileIsDeferred(@TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(IdleThreads.none());
        full(pipeline);
        try (NewFile file = file(directory.resolve("file"))) {
            assertThat(pipeline.defer(file, 1)).isNull();
        }
    }

    @Test
    void aLargeFileIsNotDeferred(@TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(new ArrayList<Runnable>()::add);
        full(pipeline);
        NewFile file = file(directory.resolve("file"));
        assertThat(pipeline.defer(file, (1 << 20) + 1)).isNull();
        deferred(pipeline, file, 1 << 20).close();
    }

    @Test
    void theModeOfAFileIsNotSetByAThreadThatMayFindAnotherFileAtItsPath(@TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(new ArrayList<Runnable>()::add);
        full(pipeline);
        try (NewFile file = file(directory.resolve("file"))) {
            assertThat(pipeline.defer(new NewFile(file.path(), file.channel(), 0666, true), 1))
                    .isNull();
        }
    }

    @Test
    void aDeferredFileIsWrittenAndClosedAtTheEnd(@TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(new ArrayList<Runnable>()::add);
        TarBuffer buffer = full(pipeline);
        NewFile file = file(directory.resolve("file"));
        DeferredFile deferred = deferred(pipeline, file, 5);
        Arrays.fill(buffer.bytes, (byte) 'x');
        pipeline.write(buffer, buffer.view.slice(0, 2), deferred, false);
        pipeline.write(buffer, buffer.view.slice(2, 3), deferred, true);
        pipeline.finish();
        assertThat(file.path()).hasContent("xxxxx");
        assertThat(file.channel().isOpen()).isFalse();
    }

    @Test
    void noMoreFilesAreOpenThanAllowed(@TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(new ArrayList<Runnable>()::add);
        TarBuffer buffer = full(pipeline);
        int open = 0;
        NewFile file = file(directory.resolve("file-0"));
        for (DeferredFile each = pipeline.defer(file, 1); each != null; each = pipeline.defer(file, 1)) {
            pipeline.write(buffer, buffer.view.slice(0, 1), each, true);
            file = file(directory.resolve("file-" + ++open));
        }
        file.close();
        assertThat(open).isPositive().isLessThanOrEqualTo(DeferredFile.MAX_OPEN);
        pipeline.finish();
        deferred(pipeline, file(directory.resolve("next")), 1).close();
    }

    /** Runs each task at once, in the reading thread or in another. */
    private static IdleThreads inline() {
        return task -> {
            task.run();
            return true;
        };
    }

    private static IdleThreads otherThread() {
        return task -> {
            Thread thread = new Thread(task);
            thread.start();
            return true;
        };
    }

    static Stream<IdleThreads> threads() {
        return Stream.of(inline(), otherThread(), new ArrayList<Runnable>()::add);
    }

    @ParameterizedTest
    @MethodSource("threads")
    void anErrorInAStepIsThrownByTheReadingThread(IdleThreads threads, @TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(threads);
        TarBuffer buffer = full(pipeline);
        NewFile real = file(directory.resolve("file"));
        NewFile file = new NewFile(real.path(), new WithoutMemory(real.channel()), 0644, false);
        pipeline.write(buffer, buffer.view.slice(0, 1), deferred(pipeline, file, 1), true);
        assertThatThrownBy(pipeline::finish).isInstanceOf(OutOfMemoryError.class);
        assertThat(real.channel().isOpen()).isFalse();
    }

    /** A channel that has no memory to write. */
    private record WithoutMemory(SeekableByteChannel channel) implements SeekableByteChannel {
        @Override
        public int read(ByteBuffer to) throws IOException {
            return channel.read(to);
        }

        @Override
        public int write(ByteBuffer from) {
            throw new OutOfMemoryError("a test");
        }

        @Override
        public long position() throws IOException {
            return channel.position();
        }

        @Override
        public SeekableByteChannel position(long position) throws IOException {
            return channel.position(position);
        }

        @Override
        public long size() throws IOException {
            return channel.size();
        }

        @Override
        public SeekableByteChannel truncate(long size) throws IOException {
            return channel.truncate(size);
        }

        @Override
        public boolean isOpen() {
            return channel.isOpen();
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    @Test
    void aFileThatCannotBeWrittenFailsTheWhole(@TempDir Path directory) throws Exception {
        TarPipeline pipeline = new TarPipeline(new ArrayList<Runnable>()::add);
        TarBuffer buffer = full(pipeline);
        NewFile file = file(directory.resolve("file"));
        NewFile other = file(directory.resolve("other"));
        pipeline.write(buffer, buffer.view.slice(0, 1), deferred(pipeline, file, 1), true);
        pipeline.write(buffer, buffer.view.slice(0, 1), deferred(pipeline, other, 1), true);
        file.close();
        assertThatThrownBy(pipeline::finish).isInstanceOf(ClosedChannelException.class);
        assertThat(other.channel().isOpen()).isFalse();
    }

    @Test
    void anExtractionThatIsGivenUpWritesNothingMoreAndClosesItsFiles(@TempDir Path directory) throws Exception {
        List<Runnable> queued = new ArrayList<>();
        TarPipeline pipeline = new TarPipeline(queued::add);
        TarBuffer buffer = full(pipeline);
        NewFile file = file(directory.resolve("file"));
        pipeline.write(buffer, buffer.view.slice(0, 1), deferred(pipeline, file, 1), true);
        pipeline.close();
        queued.forEach(Runnable::run);
        assertThat(file.path()).isEmptyFile();
        assertThat(file.channel().isOpen()).isFalse();
    }
}
