package dev.restorer.cli.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.restorer.spi.Image;
import dev.restorer.spi.ImageSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImageAccessTest {

    private static final Duration ENOUGH = Duration.ofSeconds(10);

    private final List<FailingSource> opened = new ArrayList<>();

    /** Fails to close, and notes that it was asked to. */
    private static final class FailingSource implements ImageSource {
        private final int number;
        private boolean isClosed;

        FailingSource(int number) {
            this.number = number;
        }

        @Override
        public Optional<Image> image(String reference) {
            return Optional.empty();
        }

        @Override
        public String repository(String reference) {
            return reference;
        }

        @Override
        public void close() {
            isClosed = true;
            throw new IllegalStateException("source " + number + " is not closed");
        }
    }

    private ImageSource open() {
        FailingSource source = new FailingSource(opened.size());
        opened.add(source);
        return source;
    }

    @Test
    void aSourceThatFailsToCloseKeepsNoOtherOpen(@TempDir Path layouts) {
        ImageAccess access = new ImageAccess(
                configuration -> open(), layouts, Set.of(), () -> new ImageEnvironment(Map.of(), Map.of()));
        assertThat(access.registries()).isNotSameAs(access.appImages());
        assertThatIllegalStateException()
                .isThrownBy(access::close)
                .satisfies(e -> assertThat(e.getSuppressed()).singleElement().isNotSameAs(e));
        assertThat(opened).hasSize(2).allMatch(source -> source.isClosed);
    }

    /** The termination of the process closes the sources, and must not wait for files of a file system that hangs. */
    @Test
    void aCloseDoesNotWaitForASourceThatIsOpened() throws Exception {
        CountDownLatch opening = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ImageAccess access = new ImageAccess(
                configuration -> {
                    opening.countDown();
                    awaitEnd(end);
                    return open();
                },
                null,
                Set.of(),
                () -> new ImageEnvironment(Map.of(), Map.of()));
        CompletableFuture<?> call = inThread(access::registries);
        opening.await();
        try {
            assertThat(inThread(access::close)).succeedsWithin(ENOUGH);
        } finally {
            end.countDown();
        }
        assertThat(call).failsWithin(ENOUGH);
        assertThat(opened).singleElement().matches(source -> source.isClosed);
    }

    /** Runs an action in a thread of its own: with two processors, the common pool has one thread since Java 25. */
    private static CompletableFuture<Void> inThread(Runnable action) {
        return CompletableFuture.runAsync(action, task -> new Thread(task).start());
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void afterTheCloseNothingIsOpened() {
        ImageAccess access = new ImageAccess(
                configuration -> open(), null, Set.of(), () -> new ImageEnvironment(Map.of(), Map.of()));
        access.close();
        assertThatIllegalStateException().isThrownBy(access::appImages);
        assertThat(opened).isEmpty();
    }

    @Test
    void withoutADirectoryOfLayoutsAllImagesHaveOneSource() {
        ImageAccess access = new ImageAccess(
                configuration -> open(), null, Set.of(), () -> new ImageEnvironment(Map.of(), Map.of()));
        assertThat(access.registries()).isSameAs(access.appImages());
        assertThat(opened).hasSize(1);
    }
}
