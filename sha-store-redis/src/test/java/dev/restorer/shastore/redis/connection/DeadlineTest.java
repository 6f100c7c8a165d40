package dev.restorer.shastore.redis.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class DeadlineTest {

    private static List<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("restorer-redis-deadline"))
                .toList();
    }

    @Test
    void aSocketIsClosedWhenTheDeadlinePasses() throws Exception {
        try (Socket socket = new Socket()) {
            assertThat(Deadline.in(Duration.ofMillis(1), "timeout").closeWhenPassed(socket))
                    .succeedsWithin(30, TimeUnit.SECONDS)
                    .isEqualTo(false);
            while (!socket.isClosed()) {
                Thread.sleep(1);
            }
        }
    }

    @Test
    void aSocketStaysOpenIfTheCallHasEndedBefore() throws Exception {
        try (Socket socket = new Socket()) {
            CompletableFuture<Boolean> inTime =
                    Deadline.in(Duration.ofMillis(500), "timeout").closeWhenPassed(socket);
            assertThat(inTime.complete(true)).isTrue();
            Thread.sleep(700);
            assertThat(socket.isClosed()).isFalse();
        }
    }

    @Test
    void theThreadHasNothingOfTheCallerAndEndsWhenNoCallIsLeft() throws Exception {
        try (Socket socket = new Socket()) {
            CompletableFuture<Boolean> inTime =
                    Deadline.in(Duration.ofHours(1), "timeout").closeWhenPassed(socket);
            Thread thread = threads().get(0);
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getContextClassLoader()).isNull();
            inTime.complete(true);
            thread.join(30_000);
            assertThat(thread.isAlive()).isFalse();
        }
    }
}
