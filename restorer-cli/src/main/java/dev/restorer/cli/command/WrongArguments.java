package dev.restorer.cli.command;

import dev.restorer.api.Quoted;
import dev.restorer.cli.text.Suggestion;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Describes invalid arguments, and what was probably meant. */
final class WrongArguments {

    /**
     * Matches what follows the scheme of a URI in messages, up to the last quote, since the URI after a misspelled flag
     * may contain a password.
     */
    private static final Pattern SECRET = Pattern.compile("://(?:.*(?=['\"])|.*)", Pattern.DOTALL);

    private WrongArguments() {}

    static String message(ParameterException e, String... args) {
        CommandSpec spec = e.getCommandLine().getCommandSpec();
        String problem = SECRET.matcher(problem(e)).replaceAll(":…");
        // All other problems are described with arguments that are shortened.
        return (e instanceof UnmatchedArgumentException ? Quoted.shorten(problem) : problem) + hint(e, spec, args)
                + ". Run " + spec.qualifiedName() + " --help to see what is accepted.";
    }

    /** Picocli also calls what follows an unknown option an option, which is probably its value. */
    private static String problem(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched && unmatched.isUnknownOption()) {
            List<String> options = unmatched.getUnmatched().stream()
                    .filter(argument -> argument.startsWith("-"))
                    .map(argument -> "'" + Quoted.shorten(argument) + "'")
                    .toList();
            return (options.size() == 1 ? "Unknown option: " : "Unknown options: ") + String.join(", ", options);
        }
        return String.valueOf(e.getMessage());
    }

    private static String hint(ParameterException e, CommandSpec spec, String... args) {
        if (!(e instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        String mistyped = unmatched.getUnmatched().get(0);
        Optional<String> hint = mistyped.startsWith("-")
                ? suggestion(mistyped, spec).map(name -> " (did you mean " + name + "?)")
                : flagAsValue(spec, args);
        return hint.orElse("");
    }

    private static Optional<String> suggestion(String mistyped, CommandSpec spec) {
        int end = mistyped.indexOf('=');
        String name = end < 0 ? mistyped : mistyped.substring(0, end);
        boolean twoDashes = name.startsWith("--");
        if (name.length() < 3) {
            return Optional.empty(); // every other short option is as similar
        }
        return Suggestion.of(
                name,
                spec.options().stream()
                        .flatMap(option -> Stream.of(option.names()))
                        .filter(each -> each.startsWith("--") == twoDashes));
    }

    /** Finds a flag that another flag took as its value, so that the value of the former is left over. */
    private static Optional<String> flagAsValue(CommandSpec spec, String... args) {
        for (int i = 0; i + 1 < args.length; i++) {
            OptionSpec option = spec.findOption(args[i]);
            if (option != null && option.arity().min() > 0) {
                i++;
                if (args[i].startsWith("-") && spec.findOption(args[i]) != null) {
                    return Optional.of(", after " + args[i - 1] + " took " + Quoted.quote(args[i]) + " as its value");
                }
            }
        }
        return Optional.empty();
    }
}
