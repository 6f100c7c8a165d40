package dev.restorer.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.Cancellation;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ShutdownTest {

    private final List<String> happened = new CopyOnWriteArrayList<>();
    private final Shutdown shutdown = new Shutdown();
    private final ProcessEnd end = new ProcessEnd(() -> {
        shutdown.begin();
        happened.add("the process ends");
    });

    @Test
    void aRestoreIsCancelledAndTheProcessWaitsForIt() throws InterruptedException {
        Cancellation cancellation = shutdown.startRestore();
        assertThat(cancellation.isCancelled()).isFalse();
        assertThat(end.begunAndWaits()).isTrue();
        assertThat(cancellation.isCancelled()).isTrue();
        happened.add("the restore is taken back");
        shutdown.ended();
        end.join();
        assertThat(happened).containsExactly("the restore is taken back", "the process ends");
    }

    @Test
    void withoutARestoreTheProcessDoesNotWait() {
        assertThat(end.begunAndWaits()).isFalse();
    }

    @Test
    void afterARestoreTheProcessDoesNotWait() {
        shutdown.startRestore();
        shutdown.ended();
        assertThat(end.begunAndWaits()).isFalse();
    }

    @Test
    void aRestoreThatStartsDuringShutdownIsCancelled() {
        shutdown.begin();
        assertThat(shutdown.startRestore().isCancelled()).isTrue();
    }
}
