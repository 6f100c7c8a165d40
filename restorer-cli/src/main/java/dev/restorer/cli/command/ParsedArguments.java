package dev.restorer.cli.command;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * Arguments that picocli parsed.
 *
 * @param parsed what it found
 */
record ParsedArguments(ParseResult parsed) implements Arguments {

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
        return parsed.matchedOptionValue(flag, null);
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
