package dev.restorer.dist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The manual page of the command, in the format of man(7). */
final class Manual {

    private final StringBuilder page = new StringBuilder();

    private Manual() {}

    static String of(CommandLine command) {
        Manual manual = new Manual();
        manual.write(command);
        return manual.page.toString();
    }

    private void write(CommandLine command) {
        String name = Documents.NAME;
        String does = description(command.getCommandSpec());
        page.append(".TH RESTORER 1\n");
        section("NAME");
        text(name + " - " + Character.toLowerCase(does.charAt(0))
                + does.substring(1).replaceFirst("\\.$", ""));
        section("SYNOPSIS");
        command.getSubcommands().forEach((subcommand, line) -> {
            page.append(".B ");
            text(name + " " + subcommand);
            page.append(".RI [ options ")
                    .append(positionals(line.getCommandSpec()))
                    .append("\n.br\n");
        });
        section("DESCRIPTION");
        text(does);
        text(
                "Each option can be written with one dash or two. The argument after an option with a value is its value.");
        options(command.getCommandSpec());
        command.getSubcommands().forEach((subcommand, line) -> {
            section(subcommand.toUpperCase(Locale.ROOT));
            text(description(line.getCommandSpec()));
            options(line.getCommandSpec());
        });
        section("EXIT STATUS");
        Map<String, String> codes = command.getCommandSpec().usageMessage().exitCodeList();
        codes.forEach((code, meaning) -> item(code.strip(), meaning));
    }

    private void options(CommandSpec spec) {
        for (OptionSpec option : spec.options()) {
            String value = option.arity().max() > 0 ? "=" + option.paramLabel() : "";
            item(String.join(", ", List.of(option.names())) + value, String.join(" ", option.description()));
        }
    }

    /** Returns the closing bracket in roman type, and each positional parameter in italics after a space. */
    private static String positionals(CommandSpec spec) {
        List<String> labels = spec.positionalParameters().stream()
                .map(CommandLine.Model.ArgSpec::paramLabel)
                .toList();
        return labels.isEmpty() ? "]" : "\"] \" " + String.join(" \" \" ", labels);
    }

    private static String description(CommandSpec spec) {
        return String.join(" ", spec.usageMessage().description());
    }

    private void section(String title) {
        page.append(".SH ").append(title).append('\n');
    }

    private void item(String term, String meaning) {
        page.append(".TP\n.B ");
        text(term);
        text(meaning);
    }

    /**
     * A backslash would begin an escape sequence, a hyphen is not a minus sign, and a dot at the start is a request.
     */
    private void text(String text) {
        String escaped = text.replace("\\", "\\e").replace("-", "\\-").replace("%%", "%");
        page.append(escaped.startsWith(".") || escaped.startsWith("'") ? "\\&" : "")
                .append(escaped)
                .append('\n');
    }
}
