package dev.restorer.cli.arguments;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Arguments that picocli parsed.
 *
 * @param parsed what it found
 */
public record ParsedArguments(ParseResult parsed) implements Arguments {

    /**
     * Sets what a parser accepts, which is what the lifecycle does. {@link PlainArguments} reads flags in the same way.
     *
     * @param line the parser
     */
    public static void configure(CommandLine line) {
        // Arguments are taken literally: no @file, no variables, no -xyz for -x -y -z.
        line.setExpandAtFiles(false);
        line.setInterpolateVariables(false);
        line.setPosixClusteredShortOptionsAllowed(false);
        // The argument after a flag with a value is its value, even if it begins with a dash.
        line.setAllowOptionsAsOptionParameters(true);
        // If a flag is given twice, the last one is used.
        line.setOverwrittenOptionsAllowed(true);
    }

    @Override
    public boolean has(String flag) {
        return parsed.hasMatchedOption(flag);
    }

    @Override
    public @Nullable String text(String flag) {
        return parsed.matchedOptionValue(flag, null);
    }

    @Override
    public List<String> texts(String flag) {
        return parsed.matchedOptionValue(flag, List.of());
    }

    @Override
    public @Nullable Boolean onOff(String flag) {
        Boolean value = parsed.matchedOptionValue(flag, null);
        // Picocli takes an empty value for false.
        if (value != null && (isArgument(flag + "=") || isArgument(flag.substring(1) + "="))) {
            throw wrong(flag + " is empty: give it true or false, or no value");
        }
        return value;
    }

    private boolean isArgument(String text) {
        return parsed.originalArgs().contains(text);
    }

    @Override
    public @Nullable String positional(int index) {
        return parsed.matchedPositionalValue(index, null);
    }

    @Override
    public ParameterException wrong(String message) {
        return new ParameterException(parsed.commandSpec().commandLine(), message);
    }
}
