package dev.restorer.core.contents.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.tree.FileOpening;
import dev.restorer.core.contents.tree.NewFile;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that the pipeline creates later. */
class DeferredFilesTest {

    @TempDir
    Path directory;

    private final List<Runnable> queued = new ArrayList<>();
    private final TarPipeline pipeline = new TarPipeline(queued::add, LayerContents.UNKNOWN_SIZE);

    @BeforeEach
    void fillBuffer() throws Exception {
        fillBuffer(pipeline);
    }

    private static TarBuffer fillBuffer(TarPipeline pipeline) throws Exception {
        TarBuffer buffer = pipeline.next();
        buffer.length = buffer.bytes.length;
        pipeline.digest(buffer);
        return buffer;
    }

    private FileOpening file(String name) {
        return () -> open(directory.resolve(name));
    }

    private static NewFile open(Path path) throws IOException {
        return new NewFile(
                path, Files.newByteChannel(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0644, false);
    }

    private void defer(String name, FileOpening opening) throws Exception {
        FoldedPath path = pipeline.prepare(false, List.of(name.split("/")));
        TarBuffer buffer = pipeline.first();
        pipeline.writeLater(
                Objects.requireNonNull(path),
                buffer,
                buffer.view.clear().put(0, (byte) 'x').limit(1),
                opening);
    }

    private void defer(String name) throws Exception {
        defer(name, file(name));
    }

    /** Runs what the pipeline called another thread for. */
    private Thread help() {
        Thread thread = new Thread(queued.get(0));
        thread.start();
        return thread;
    }

    @Test
    void withoutAnIdleThreadNoFileIsDeferred() throws Exception {
        TarPipeline alone = new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE);
        fillBuffer(alone);
        assertThat(alone.prepare(false, List.of("file"))).isNull();
    }

    @Test
    void aFileIsCreatedByTheThreadThatHelps() throws Exception {
        defer("file");
        assertThat(directory).isEmptyDirectory();
        help().join();
        assertThat(directory.resolve("file")).hasContent("x");
        pipeline.finish();
    }

    @Test
    void aFileIsCreatedAtTheEndIfNoThreadHelped() throws Exception {
        defer("file");
        pipeline.finish();
        assertThat(directory.resolve("file")).hasContent("x");
    }

    @Test
    void aBufferIsNotFilledAgainBeforeItsFilesAreCreated() throws Exception {
        defer("file");
        TarBuffer buffer = pipeline.next();
        while (buffer != pipeline.first()) {
            assertThat(directory).isEmptyDirectory();
            fillBuffer(pipeline);
            buffer = pipeline.next();
        }
        assertThat(directory.resolve("file")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/file", "a/File", "A/FILE", "a/file/below", "a/file/b/c", "a", "é", "b/ﬁle"})
    void anEntryThatMayTouchADeferredFileFindsIt(String name) throws Exception {
        Files.createDirectory(directory.resolve("a"));
        defer("a/file");
        pipeline.prepare(false, List.of(name.split("/")));
        assertThat(directory.resolve("a/file")).hasContent("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"b", "a/other", "a/fil", "a/file2", "a/b/file", "file", "a/other/file"})
    void anotherEntryDoesNotWaitForADeferredFile(String name) throws Exception {
        Files.createDirectory(directory.resolve("a"));
        defer("a/file");
        pipeline.prepare(false, List.of(name.split("/")));
        assertThat(directory.resolve("a")).isEmptyDirectory();
    }

    @Test
    void aHardLinkFindsAllFiles() throws Exception {
        defer("file");
        pipeline.prepare(true, List.of("link"));
        assertThat(directory.resolve("file")).hasContent("x");
    }

    @Test
    void aFileWhoseNameIsNotAsciiIsNotDeferred() throws Exception {
        assertThat(pipeline.prepare(false, List.of("é"))).isNull();
    }

    private static FileOpening failing(Throwable thrown) {
        return () -> {
            EarliestFailure failure = new EarliestFailure();
            failure.add(0, thrown);
            failure.requireNone();
            throw new AssertionError("nothing was thrown");
        };
    }

    static Stream<Throwable> failures() {
        return Stream.of(
                new OutOfMemoryError("a test"),
                new IllegalStateException("a test"),
                new IOException("a test"),
                RejectedException.rejectedEntry("a test"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatAHelpingThreadThrowsIsThrownByTheReadingThread(Throwable thrown) throws Exception {
        defer("failing", failing(thrown));
        help().join();
        assertThatThrownBy(pipeline::next).isSameAs(thrown);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void whatTheReadingThreadThrowsInAStepIsThrown(Throwable thrown) throws Exception {
        defer("failing", failing(thrown));
        assertThatThrownBy(pipeline::finish).isSameAs(thrown);
    }

    @Test
    void noFileIsCreatedAfterOneThatFailed() throws Exception {
        defer("failing", failing(new IOException("a test")));
        defer("file");
        assertThatThrownBy(pipeline::finish).hasMessage("a test");
        assertThat(directory).isEmptyDirectory();
    }

    /** Two threads have one file each, and the later one fails first. */
    @Test
    void ofSeveralFailuresThatOfTheEarliestEntryIsThrown() throws Exception {
        CountDownLatch later = new CountDownLatch(1);
        defer("earlier", () -> {
            await(later);
            throw new IOException("earlier");
        });
        defer("later", () -> {
            later.countDown();
            throw new IOException("later");
        });
        Thread helping = help();
        assertThatThrownBy(pipeline::completeFiles).hasMessage("earlier");
        helping.join();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theReadingThreadWaitsForAFileThatIsBeingCreated() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        defer("file", () -> {
            opening.countDown();
            sleep();
            return open(directory.resolve("file"));
        });
        help();
        await(opening);
        pipeline.completeFiles();
        assertThat(directory.resolve("file")).hasContent("x");
    }

    private static void sleep() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aFileWhoseThreadIsInterruptedIsCreatedByTheReadingThread() throws Exception {
        Thread reading = Thread.currentThread();
        Path path = directory.resolve("file");
        defer("file", () -> {
            if (Thread.currentThread() != reading) {
                Thread.currentThread().interrupt();
            }
            Files.deleteIfExists(path);
            return open(path);
        });
        help().join();
        assertThat(path).isEmptyFile();
        pipeline.finish();
        assertThat(path).hasContent("x");
    }

    @Test
    void whatIsGivenUpIsNotCreated() throws Exception {
        defer("file");
        pipeline.close();
        help().join();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void givingUpWaitsForAFileThatIsBeingCreated() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        List<NewFile> opened = new ArrayList<>();
        defer("file", () -> {
            opening.countDown();
            sleep();
            opened.add(open(directory.resolve("file")));
            return opened.get(0);
        });
        help();
        await(opening);
        pipeline.close();
        assertThat(opened.get(0).channel().isOpen()).isFalse();
        assertThat(Files.readString(directory.resolve("file"), UTF_8)).isEqualTo("x");
    }

    /** The reading thread has the context class loader of an application. */
    @Test
    void aThreadThatWouldHelpLaterHoldsNeitherABufferNorTheReadingThread() throws Exception {
        List<Runnable> later = new ArrayList<>();
        List<WeakReference<?>> held = new ArrayList<>();
        useInAnotherThread(later::add, held);
        for (int i = 0; i < 100 && held.stream().anyMatch(each -> each.get() != null); i++) {
            System.gc();
        }
        assertThat(later).hasSize(1);
        assertThat(held).hasSize(2).allMatch(each -> each.get() == null);
    }

    private static void useInAnotherThread(IdleThreads threads, List<WeakReference<?>> held) throws Exception {
        FutureTask<?> task = new FutureTask<>(() -> {
            held.add(new WeakReference<>(Thread.currentThread()));
            try (TarPipeline pipeline = new TarPipeline(threads, LayerContents.UNKNOWN_SIZE)) {
                held.add(new WeakReference<>(fillBuffer(pipeline)));
            }
            return null;
        });
        Thread thread = new Thread(task);
        thread.start();
        task.get();
        thread.join();
    }

    /** Each of many files is created once, by either thread. */
    @Test
    void twoThreadsShareTheFiles() throws Exception {
        int files = TarBuffer.MAX_FIRST / TarBuffer.BLOCK_LENGTH;
        for (int i = 0; i < files; i++) {
            defer("file-" + i);
        }
        Thread helping = help();
        pipeline.finish();
        helping.join();
        assertThat(directory.toFile().list()).hasSize(files);
    }
}
