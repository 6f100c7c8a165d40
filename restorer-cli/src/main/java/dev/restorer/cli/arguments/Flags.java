package dev.restorer.cli.arguments;

import java.util.List;

/** Receives the flags of a subcommand. Each is accepted with one dash and with two, as in the lifecycle. */
public interface Flags {

    /** Adds a flag with a value. */
    void text(String name, String label, String description);

    /** Adds a flag with a value, and the values that a shell offers. */
    void text(String name, String label, String description, List<String> values);

    /** Adds a flag with a value that may be repeated. */
    void texts(String name, String label, String description);

    /** Adds a boolean flag. */
    void onOff(String name, String description);
}
