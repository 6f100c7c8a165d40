package dev.restorer.files.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.restorer.files.FileMode;
import dev.restorer.files.FileOwner;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryLockTest {

    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    Path directory;

    private DirectoryLock acquire(Duration patience) throws IOException, InterruptedException {
        return DirectoryLock.acquire(directory, FileOwner.process(), patience, () -> {});
    }

    private Path file() {
        return directory.resolve(DirectoryLock.NAME);
    }

    @Test
    void theFileIsThereWithTheNumberOfTheProcessAndGoneAfterwards() throws Exception {
        try (DirectoryLock lock = acquire(LONG)) {
            assertThat(lock).isNotNull();
            assertThat(file()).content().isEqualTo(ProcessHandle.current().pid() + "\n");
        }
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void asLongAsItIsKeptNobodyElseOfThisProcessHasIt() throws Exception {
        try (DirectoryLock lock = acquire(LONG)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> acquire(Duration.ZERO))
                    .isInstanceOfSatisfying(
                            DirectoryInUseException.class,
                            inUse -> assertThat(inUse.process())
                                    .hasValue(ProcessHandle.current().pid()));
        }
        acquire(Duration.ZERO).close();
    }

    @Test
    void aDirectoryIsTheSameByEveryPath() throws Exception {
        Path link = Files.createSymbolicLink(directory.resolveSibling(directory.getFileName() + "-link"), directory);
        try (DirectoryLock lock = acquire(LONG)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.acquire(link, FileOwner.process(), Duration.ZERO, () -> {}))
                    .isInstanceOf(DirectoryInUseException.class);
        } finally {
            Files.delete(link);
        }
    }

    @Test
    void whoWaitsLongEnoughGetsIt() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            DirectoryLock first = acquire(LONG);
            Future<?> second = other.submit(() -> {
                acquire(LONG).close();
                return null;
            });
            Thread.sleep(100);
            assertThat(second).isNotDone();
            first.close();
            second.get();
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void whatAKilledProcessLeftIsNoHindrance() throws Exception {
        Files.writeString(file(), "1 of a process that was killed, and a long text".repeat(100));
        acquire(Duration.ZERO).close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aLinkInItsPlaceIsRemovedAndNotFollowed() throws Exception {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "untouched");
        Files.createSymbolicLink(file(), elsewhere);
        acquire(Duration.ZERO).close();
        assertThat(elsewhere).hasContent("untouched");
        assertThat(file()).doesNotExist();
    }

    @Test
    void aFileWithASecondNameInItsPlaceIsRemovedAndNotWritten() throws Exception {
        Path elsewhere = Files.writeString(directory.resolve("elsewhere"), "untouched");
        FileMode.set(elsewhere, 0600);
        Files.createLink(file(), elsewhere);
        acquire(Duration.ZERO).close();
        assertThat(elsewhere).hasContent("untouched");
        assertThat(FileMode.of(elsewhere)).isEqualTo(0600);
        assertThat(file()).doesNotExist();
    }

    @Test
    void oneThatItsOwnerMayNotOpenIsNoHindrance() throws Exception {
        Files.writeString(file(), "");
        FileMode.set(file(), 0);
        acquire(Duration.ZERO).close();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void whoIsInterruptedLeavesNoFile() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> acquire(Duration.ZERO)).isInstanceOf(ClosedByInterruptException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aPipeInItsPlaceIsRemovedAndNotOpened() throws Exception {
        assertThat(new ProcessBuilder("mkfifo", file().toString()).start().waitFor())
                .isZero();
        assertTimeoutPreemptively(LONG, () -> acquire(Duration.ZERO).close());
        assertThat(file()).doesNotExist();
    }

    @Test
    void aDirectoryInItsPlaceIsRemovedAndNotWhatItsLinksLeadTo() throws Exception {
        Path elsewhere = Files.createDirectories(directory.resolve("elsewhere/entry"));
        Files.createDirectories(file().resolve("entry"));
        Files.createSymbolicLink(file().resolve("link"), directory.resolve("elsewhere"));
        acquire(Duration.ZERO).close();
        assertThat(file()).doesNotExist();
        assertThat(elsewhere).isDirectory();
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        try (DirectoryLock lock = acquire(LONG)) {
            assertThat(lock).isNotNull();
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> acquire(LONG)).isInstanceOf(InterruptedException.class);
        }
    }

    @Test
    void anExceptionOfWhoeverIsCalledMeanwhileEndsTheWaiting() throws Exception {
        Iterator<Runnable> calls = List.<Runnable>of(() -> {}, () -> {
                    throw new IllegalStateException("no longer needed");
                })
                .iterator();
        try (DirectoryLock lock = acquire(LONG)) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> DirectoryLock.acquire(
                            directory,
                            FileOwner.process(),
                            LONG,
                            () -> calls.next().run()))
                    .hasMessage("no longer needed");
        }
    }

    @Test
    void nobodyIsCalledIfThereIsNothingToWaitFor() throws Exception {
        DirectoryLock.acquire(directory, FileOwner.process(), LONG, () -> {
                    throw new IllegalStateException("called");
                })
                .close();
    }

    @Test
    void ofManyThreadsOneAtATimeHasIt() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Callable<Void> work = () -> {
            try (DirectoryLock lock = acquire(LONG)) {
                assertThat(lock).isNotNull();
                most.accumulateAndGet(inside.incrementAndGet(), Math::max);
                inside.decrementAndGet();
            }
            return null;
        };
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            for (Future<Void> done :
                    threads.invokeAll(Stream.generate(() -> work).limit(100).toList())) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(most).hasValue(1);
        assertThat(directory).isEmptyDirectory();
    }

    /** Each adds one to a number in a file, again and again, which goes wrong as soon as two do so at once. */
    @Test
    void ofManyProcessesOneAtATimeHasIt() throws Exception {
        Path counter = Files.writeString(directory.resolve("counter"), "0");
        List<Process> processes = Stream.generate(this::startAdding).limit(3).toList();
        for (Process process : processes) {
            assertThat(process.waitFor()).isZero();
        }
        assertThat(counter).hasContent(Integer.toString(3 * Adding.TIMES));
        assertThat(file()).doesNotExist();
    }

    private Process startAdding() {
        try {
            return new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-Xshare:auto",
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            Adding.class.getName(),
                            directory.toString())
                    .inheritIO()
                    .start();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A process that adds. */
    static final class Adding {

        static final int TIMES = 300;

        private Adding() {}

        public static void main(String[] arguments) throws Exception {
            Path directory = Path.of(arguments[0]);
            Path counter = directory.resolve("counter");
            for (int i = 0; i < TIMES; i++) {
                DirectoryLock lock = DirectoryLock.acquire(directory, FileOwner.process(), LONG, () -> {});
                int number = Integer.parseInt(Files.readString(counter));
                Files.writeString(counter, Integer.toString(number + 1));
                lock.close();
            }
        }
    }
}
