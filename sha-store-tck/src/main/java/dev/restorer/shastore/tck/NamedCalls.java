package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.spi.ShaStoreException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Calls a store. The assertion error of a call that fails names the call. */
final class NamedCalls {

    private NamedCalls() {}

    static void succeed(String what, Runnable call) {
        boolean unused = returned(what, () -> {
            call.run();
            return true;
        });
    }

    static boolean isNotRefused(String what, Runnable call) {
        return returned(what, () -> {
            try {
                call.run();
                return true;
            } catch (ShaStoreException e) {
                return false;
            }
        });
    }

    static <T> T returned(String what, Supplier<@Nullable T> call) {
        @Nullable T returned;
        try {
            returned = call.get();
        } catch (RuntimeException e) {
            throw new AssertionError("[" + what + "] " + e, e);
        }
        assertThat(returned).as(what).isNotNull();
        return returned;
    }
}
