package dev.restorer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.CopyOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;

/**
 * A copy of what the command needs, in a place that all users can read.
 *
 * @param root the directory that holds {@code bin}
 */
public record InstalledCommand(Path root) {

    private static final List<String> PARTS =
            List.of("bin", "restorer-cli/target/lib", "restorer-cli/target/restorer-cli.jar");

    /** Copies it from this checkout. */
    public static InstalledCommand in(Path root) {
        for (String part : PARTS) {
            copy(Checkout.root().resolve(part), root.resolve(part));
        }
        open(root);
        return new InstalledCommand(root);
    }

    /** Copies it with all that has been made beside it since. */
    public InstalledCommand copyTo(Path place, CopyOption... options) {
        copy(root, place, options);
        return new InstalledCommand(place);
    }

    /** Returns the path of the command. */
    public String command() {
        return root.resolve("bin/restorer").toString();
    }

    /** Returns the command's own jar. */
    public Path jar() {
        return root.resolve("restorer-cli/target/restorer-cli.jar");
    }

    /** Returns the directory of the jars that it needs. */
    public Path libraries() {
        return root.resolve("restorer-cli/target/lib");
    }

    /** Lets all users read a directory and what is in it. */
    public static void open(Path root) {
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to, CopyOption... options) {
        try (Stream<Path> paths = Files.walk(from)) {
            Files.createDirectories(to.getParent());
            for (Path path : paths.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()), options);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
