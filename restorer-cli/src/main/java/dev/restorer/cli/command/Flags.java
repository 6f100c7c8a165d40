package dev.restorer.cli.command;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Adds flags to a command. Annotations are not used, since reading them would take longer than a small restore. Each
 * flag is accepted with one dash and with two, as in the lifecycle.
 *
 * @param spec the command
 */
record Flags(CommandSpec spec) {

    /** Adds a flag with a value. */
    void text(String name, String label, String description) {
        add(text(name).paramLabel(label).description(description));
    }

    /** Adds a flag with a value, and the values that a shell offers. */
    void text(String name, String label, String description, List<String> values) {
        add(text(name).paramLabel(label).description(description).completionCandidates(values));
    }

    /** Adds a flag with a value that may be repeated. */
    void texts(String name, String label, String description) {
        add(named(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description));
    }

    /** Adds a boolean flag. */
    void onOff(String name, String description) {
        add(onOff(name).description(description));
    }

    private static OptionSpec.Builder text(String name) {
        return named(name).type(String.class);
    }

    private static OptionSpec.Builder onOff(String name) {
        return named(name).type(Boolean.class).converters(new SwitchConverter());
    }

    private static OptionSpec.Builder named(String name) {
        return OptionSpec.builder("-" + name, "--" + name);
    }

    private void add(OptionSpec.Builder option) {
        spec.addOption(option.build());
    }
}
