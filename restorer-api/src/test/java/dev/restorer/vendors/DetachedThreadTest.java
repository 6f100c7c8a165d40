package dev.restorer.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class DetachedThreadTest {

    @Test
    void aThreadKeepsNothingOfItsCreator() throws Exception {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        AtomicReference<String> inherited = new AtomicReference<>("nothing has run");
        local.set("of the creator");
        try {
            Thread thread = DetachedThread.of(() -> inherited.set(local.get()), "restorer-test");
            assertThat(thread.getContextClassLoader()).isNull();
            assertThat(thread.isDaemon()).isTrue();
            thread.start();
            thread.join();
        } finally {
            local.remove();
        }
        assertThat(inherited).hasNullValue();
    }
}
