package dev.restorer.cli.process;

import dev.restorer.api.Owner;
import dev.restorer.cli.images.ImageEnvironment;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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

    /**
     * Returns a variable. An empty one is treated as not set, since some platforms cannot unset a variable.
     *
     * @param name the name of the variable
     * @return its value, or null
     */
    public @Nullable String variable(String name) {
        String value = variables.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    /**
     * Tells whether a boolean variable is true.
     *
     * @param name the name of the variable
     * @return whether it is set and true
     */
    public boolean isOn(String name) {
        String value = variable(name);
        return value != null && Switch.isOn(value);
    }

    /**
     * Returns what credentials and certificates of registries are read from.
     *
     * @return the variables, and the files that this process cannot read
     */
    public ImageEnvironment imageEnvironment() {
        return new ImageEnvironment(variables, launch.filesOfRoot().get());
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
                variables, Terminal::isTerminal, System::nanoTime, shutdown, ProcessUser::find, Launch.ofThisProcess());
    }
}
