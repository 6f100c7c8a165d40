package dev.restorer.contents;

import dev.restorer.process.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;

/** A copy of what the command needs, in a place that all users can read. */
record InstalledCommand(Path root) {

    static InstalledCommand in(Path root) {
        Path checkout = Checkout.root();
        try {
            for (String part :
                    new String[] {"bin", "restorer-cli/target/lib", "restorer-cli/target/restorer-cli.jar"}) {
                copy(checkout.resolve(part), root.resolve(part));
            }
            open(root);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new InstalledCommand(root);
    }

    Path libraries() {
        return root.resolve("restorer-cli/target/lib");
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to.getParent());
        try (Stream<Path> paths = Files.walk(from)) {
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /** Lets all users read a directory and what is in it. */
    static void open(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        }
    }
}
