package dev.restorer.examples;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.InstalledCommand;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command with stores beside it. */
record CommandWithStores(List<String> start) {

    /** With a variable that names the directory of the stores. */
    static CommandWithStores namedByTheVariable(Path stores) {
        return new CommandWithStores(List.of("env", "RESTORER_STORES=" + stores, Checkout.command()));
    }

    /** Laid out in another place, with the stores in the directory that it looks into by itself. */
    static CommandWithStores inItsOwnDirectory(Path place, List<Path> stores) {
        InstalledCommand command = InstalledCommand.in(place);
        copy(stores, place.resolve("stores"));
        return new CommandWithStores(List.of(command.command()));
    }

    private static void copy(List<Path> files, Path directory) {
        try {
            Files.createDirectories(directory);
            for (Path file : files) {
                Files.copy(file, directory.resolve(file.getFileName()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Finished run(String... arguments) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        return Processes.run(command);
    }
}
