package dev.restorer.cli.command;

import dev.restorer.api.Owner;
import dev.restorer.cli.owner.ProcessOwner;
import dev.restorer.cli.progress.Shutdown;
import dev.restorer.cli.progress.Terminal;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The process that the command runs in.
 *
 * @param variables its environment variables
 * @param terminal tells whether its standard error is a terminal
 * @param nanoTime its clock, as {@link System#nanoTime()} is
 * @param shutdown what happens when it is told to end
 * @param owner finds who its files belong to, or nothing where the system does not tell
 * @param launch how it was started
 */
public record Surroundings(
        Map<String, String> variables,
        BooleanSupplier terminal,
        LongSupplier nanoTime,
        Shutdown shutdown,
        Supplier<Optional<Owner>> owner,
        Launch launch) {

    /**
     * Returns those of this process.
     *
     * @param variables the environment variables
     * @param shutdown what happens when it is told to end
     * @return what the system tells
     */
    public static Surroundings real(Map<String, String> variables, Shutdown shutdown) {
        return new Surroundings(
                variables,
                Terminal::isStandardError,
                System::nanoTime,
                shutdown,
                ProcessOwner::find,
                Launch.ofThisProcess());
    }
}
