package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SharedThreadsTest {

    @Test
    void aThreadDoesNotInheritThreadLocalsOfTheRestoreThatStartedIt() throws Exception {
        InheritableThreadLocal<String> tenant = new InheritableThreadLocal<>();
        tenant.set("the first");
        try {
            CompletableFuture<Boolean> inherits = new CompletableFuture<>();
            SharedThreads.executor().execute(() -> inherits.complete(tenant.get() != null));
            assertThat(inherits.get(60, TimeUnit.SECONDS)).isFalse();
        } finally {
            tenant.remove();
        }
    }
}
