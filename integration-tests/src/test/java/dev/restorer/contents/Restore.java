package dev.restorer.contents;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command of this repository, on a cache and a layers directory. */
public record Restore(CacheDirectory cache, Path layers) {

    /** Returns the words of the command, after those of a program that starts it, if any. */
    public List<String> command(List<String> by, String... more) {
        return commandIn(Checkout.root(), by, more);
    }

    /** The same with the command of another directory. */
    public List<String> commandIn(Path root, List<String> by, String... more) {
        List<String> command = new ArrayList<>(by);
        command.add(root.resolve("bin/restorer").toString());
        command.addAll(arguments(more));
        return command;
    }

    /** What the command is called with. */
    List<String> arguments(String... more) {
        List<String> arguments = new ArrayList<>(List.of("restore", "--layers", layers.toString()));
        arguments.addAll(List.of("--group", cache.group().toString()));
        arguments.addAll(List.of("--app-metadata", cache.appMetadata().toString()));
        arguments.addAll(List.of("--cache-dir", cache.path().toString()));
        arguments.addAll(List.of(more));
        return arguments;
    }

    public Finished run(String... more) {
        return runBy(List.of(), more);
    }

    public Finished runBy(List<String> by, String... more) {
        return Processes.run(command(by, more));
    }
}
