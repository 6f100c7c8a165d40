package dev.restorer.fuzz;

import dev.restorer.api.RestoreRequest;
import dev.restorer.api.RestorerException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Restores from hostile metadata. That ends in a restore or in an exception of the API, costs little, touches nothing
 * around the layers directory, and leaves nothing there that the next restore refuses.
 */
final class MetadataTrial {

    private MetadataTrial() {}

    /**
     * Tries one input.
     *
     * @param input the input
     * @param reading reads a file that holds it
     */
    static void run(byte[] input, Function<Path, Facts> reading) throws IOException {
        Cost.limited(cost -> attempt(cost, input, reading));
    }

    private static void attempt(Cost cost, byte[] input, Function<Path, Facts> reading) throws IOException {
        try (Ground ground = new Ground()) {
            Path file = ground.input(input);
            Facts facts = result(() -> cost.of(input.length, () -> reading.apply(file)));
            if (facts != null) {
                restore(cost, input.length, facts, ground);
                ground.requireNothingTouchedAround();
            }
        }
    }

    /** What one Buildpack API wrote another has to find in order; below 0.6 the files of layers are read again. */
    private static void restore(Cost cost, int size, Facts facts, Ground ground) {
        RestoreRequest request = facts.request(ground.layers());
        if (result(() -> cost.of(size, () -> Restores.restore(request, OneLayer.KEPT))) != null) {
            Restores.restore(facts.below06().request(ground.layers()), OneLayer.KEPT);
        }
        Restores.restore(facts.below06().withoutMetadata().request(ground.layers()), OneLayer.KEPT);
    }

    /** Returns null if there is none for a reason that the API has an exception for. */
    private static <T> @Nullable T result(Supplier<T> work) {
        try {
            return work.get();
        } catch (RestorerException e) {
            requireNoError(e.getCause());
            return null;
        }
    }

    /** An exhausted heap or stack is no answer, even where it is told as an exception. */
    private static void requireNoError(@Nullable Throwable cause) {
        if (cause instanceof Error error) {
            throw error;
        }
    }
}
