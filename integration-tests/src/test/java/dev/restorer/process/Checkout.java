package dev.restorer.process;

import java.nio.file.Path;
import java.util.Objects;

/** This checkout, with the command that was built in it. */
public final class Checkout {

    private Checkout() {}

    /** Returns the directory that holds {@code bin}. */
    public static Path root() {
        String root = Objects.requireNonNull(System.getProperty("restorer.root"), "restorer.root");
        return Path.of(root).toAbsolutePath().normalize();
    }

    /** Returns the path of the command. */
    public static String command() {
        return root().resolve("bin/restorer").toString();
    }
}
