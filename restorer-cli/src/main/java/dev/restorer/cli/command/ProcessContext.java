package dev.restorer.cli.command;

import dev.restorer.api.Owner;
import dev.restorer.cli.images.ImageEnvironment;
import dev.restorer.cli.owner.ProcessOwner;
import dev.restorer.cli.progress.Shutdown;
import dev.restorer.cli.progress.Terminal;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * The process that the command runs in.
 *
 * @param variables its environment variables
 * @param terminals tells whether a file descriptor is a terminal
 * @param nanoTime its clock, such as {@link System#nanoTime()}
 * @param shutdown what happens when it is terminated
 * @param owner finds the owner of files that it creates; empty if the system does not provide it
 * @param launch the state that it was started with
 */
public record ProcessContext(
        Map<String, String> variables,
        IntPredicate terminals,
        LongSupplier nanoTime,
        Shutdown shutdown,
        Supplier<Optional<Owner>> owner,
        Launch launch) {

    /** Returns the variables and files that credentials and certificates of registries are read from. */
    ImageEnvironment imageEnvironment() {
        return new ImageEnvironment(variables, launch.files().get());
    }

    /**
     * Returns the context of this process.
     *
     * @param variables the environment variables
     * @param shutdown what happens when it is terminated
     * @return the context
     */
    public static ProcessContext ofThisProcess(Map<String, String> variables, Shutdown shutdown) {
        return new ProcessContext(
                variables,
                Terminal::isTerminal,
                System::nanoTime,
                shutdown,
                ProcessOwner::find,
                Launch.ofThisProcess());
    }
}
