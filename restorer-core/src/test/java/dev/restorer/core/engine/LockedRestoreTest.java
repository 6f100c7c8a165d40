package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.Cancellation;
import dev.restorer.ContentsOptions;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RestoreCancelledException;
import dev.restorer.api.RestoreReport;
import dev.restorer.files.FileOwner;
import dev.restorer.files.lock.DirectoryLock;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LockedRestoreTest {

    @TempDir
    Path directory;

    private Build build;

    @BeforeEach
    void createBuild() {
        build = new Build(directory).buildpack("a/bp", "0.10");
        for (int i = 0; i < 10; i++) {
            build.layer("a/bp", "layer-" + i, "content");
        }
    }

    @Tag("long")
    @Test
    void aSecondRestoreNamesTheProcessOfTheFirstAndChangesNothing() throws Exception {
        Files.createDirectories(build.layers);
        try (DirectoryLock lock = lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(build::restore)
                    .isInstanceOf(LayersDirectoryException.class)
                    .hasMessage(build.layers + " is in use by another restore, in process "
                            + ProcessHandle.current().pid()
                            + ". Wait for it to end, or give each build a layers directory of its own.");
            assertThat(build.tree()).containsExactly(DirectoryLock.NAME);
        }
    }

    @Test
    void aRestoreThatIsCancelledWhileItWaitsEndsAtOnceAndChangesNothing() throws Exception {
        Files.createDirectories(build.layers);
        Cancellation cancellation = new Cancellation();
        ContentsOptions.Builder options = build.options().cancellation(cancellation);
        ExecutorService waiting = Executors.newSingleThreadExecutor();
        try (DirectoryLock lock = lock()) {
            assertThat(lock).isNotNull();
            CountDownLatch started = new CountDownLatch(1);
            Future<?> restore = waiting.submit(() -> {
                started.countDown();
                return build.restore(options);
            });
            started.await();
            cancellation.cancel();
            assertThatThrownBy(() -> restore.get(3, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(RestoreCancelledException.class);
            assertThat(build.tree()).containsExactly(DirectoryLock.NAME);
        } finally {
            waiting.shutdownNow();
        }
    }

    @Test
    void aCancelledRestoreOfContentsWaitsForNoLock() throws Exception {
        build.restoreMetadata();
        Cancellation cancellation = new Cancellation();
        cancellation.cancel();
        try (DirectoryLock lock = lock()) {
            assertThat(lock).isNotNull();
            assertThatThrownBy(() -> build.restoreContents(build.options().cancellation(cancellation)))
                    .isInstanceOf(RestoreCancelledException.class);
        }
    }

    private DirectoryLock lock() throws Exception {
        return DirectoryLock.acquire(build.layers, FileOwner.process(), Duration.ZERO, () -> {});
    }

    @Test
    void concurrentRestoresInOneDirectoryLoseNothing() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        Callable<RestoreReport> restore = () -> build.restore();
        try {
            List<Future<RestoreReport>> reports =
                    threads.invokeAll(Stream.generate(() -> restore).limit(12).toList());
            for (Future<RestoreReport> report : reports) {
                assertThat(Build.restored(report.get())).hasSize(10);
            }
        } finally {
            threads.shutdownNow();
        }
        build.assertNothingIncomplete("content");
        assertThat(build.tree()).hasSize(1 + 10 * 3);
    }

    @Test
    void withoutLayersToRestoreNothingIsCreated() {
        new Build(directory.resolve("other")).buildpack("bp", "0.10").restore();
        assertThat(directory.resolve("other")).doesNotExist();
    }

    @Test
    void aBuildpackWithTheNameOfTheLockIsNotRestored() {
        Build other = new Build(directory.resolve("other"))
                .buildpack(DirectoryLock.NAME, "0.10")
                .layer(DirectoryLock.NAME, "x", "content");
        assertThat(other.restore().buildpacks().get(0).directory()).isNull();
    }

    @Test
    void aLayersDirectoryAboveOneThatDoesNotExistIsNotCreated() {
        Path missing = directory.resolve("missing");
        Build other = new Build(missing.resolve("..")).buildpack("bp", "0.10").layer("bp", "x", "content");
        assertThatThrownBy(other::restore)
                .isInstanceOf(LayersDirectoryException.class)
                .hasMessage(missing + "/../layers cannot be written: there is no directory " + missing
                        + ", whose parent it names by \"..\"."
                        + " Create that directory, or name another layers directory.");
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void aLayersDirectoryInAnotherFileSystemIsRefused() throws Exception {
        URI zip = URI.create("jar:" + directory.resolve("a.zip").toUri());
        try (FileSystem other = FileSystems.newFileSystem(zip, Map.of("create", "true"))) {
            Build inZip = new Build(other.getPath("/")).buildpack("bp", "0.10").layer("bp", "x", "content");
            String refused = "/layers cannot be written: it is not in the default file system."
                    + " Use a layers directory of the machine itself.";
            List<ThrowingCallable> steps = List.of(inZip::restore, inZip::restoreMetadata, inZip::restoreContents);
            assertThat(steps)
                    .allSatisfy(step -> assertThatThrownBy(step)
                            .isInstanceOf(LayersDirectoryException.class)
                            .hasMessage(refused));
            Files.createDirectories(inZip.layers);
            assertThatThrownBy(inZip::restoreContents)
                    .isInstanceOf(LayersDirectoryException.class)
                    .hasMessage(refused);
        }
    }

    @Test
    void aFailedRestoreReleasesTheLock() {
        build.standing("a_bp", "a file in the way");
        assertThatThrownBy(build::restore).isInstanceOf(LayersDirectoryException.class);
        assertThat(build.tree()).containsExactly("a_bp");
    }
}
