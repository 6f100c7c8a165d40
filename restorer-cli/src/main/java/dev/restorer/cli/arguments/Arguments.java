package dev.restorer.cli.arguments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/** The arguments of a subcommand. A flag is named with two dashes, however it was given. */
public interface Arguments {

    /** Tells whether a flag is given, with any value. */
    boolean has(String flag);

    /** Returns the value of a flag, which may be empty, or null if the flag is not given. */
    @Nullable
    String text(String flag);

    /** Returns the values of a flag that may be repeated. */
    List<String> texts(String flag);

    /** Returns the value of a boolean flag, or null if it is not given. */
    @Nullable
    Boolean onOff(String flag);

    /** Returns the argument that is no flag at an index among these, or null if there are fewer. */
    @Nullable
    String positional(int index);

    /** Returns an exception for a value that is not accepted. */
    ParameterException wrong(String message);
}
