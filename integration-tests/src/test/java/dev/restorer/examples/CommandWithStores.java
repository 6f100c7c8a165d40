package dev.restorer.examples;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command with stores beside it. */
record CommandWithStores(List<String> start) {

    /** Told by a variable where the stores are. */
    static CommandWithStores namedByTheVariable(Path stores) {
        return new CommandWithStores(List.of("env", "RESTORER_STORES=" + stores, commandIn(BuiltExample.root())));
    }

    /** Laid out in another place, with the stores in the directory that it looks into by itself. */
    static CommandWithStores inItsOwnDirectory(Path place, List<Path> stores) {
        Path built = BuiltExample.root().resolve("restorer-cli/target");
        Path target = place.resolve("restorer-cli/target");
        copy(List.of(Path.of(commandIn(BuiltExample.root()))), place.resolve("bin"));
        copy(filesIn(BuiltExample.root().resolve("bin/lib")), place.resolve("bin/lib"));
        copy(List.of(built.resolve("restorer-cli.jar")), target);
        copy(BuiltExample.jarsIn(built.resolve("lib")), target.resolve("lib"));
        copy(stores, place.resolve("stores"));
        return new CommandWithStores(List.of("sh", commandIn(place)));
    }

    private static List<Path> filesIn(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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

    private static String commandIn(Path root) {
        return root.resolve("bin/restorer").toString();
    }

    Finished run(String... arguments) {
        List<String> command = new ArrayList<>(start);
        command.addAll(List.of(arguments));
        return Processes.run(command);
    }
}
