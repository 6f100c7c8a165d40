package dev.restorer.cli.arguments;

import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Adds flags to a command of picocli. Annotations are not used, since reading them would take longer than a small
 * restore.
 *
 * @param spec the command
 */
public record CommandFlags(CommandSpec spec) implements Flags {

    @Override
    public void text(String name, String label, String description) {
        add(text(name).paramLabel(label).description(description));
    }

    @Override
    public void text(String name, String label, String description, List<String> values) {
        add(text(name).paramLabel(label).description(description).completionCandidates(values));
    }

    @Override
    public void texts(String name, String label, String description) {
        add(option(name)
                .type(List.class)
                .auxiliaryTypes(String.class)
                .arity("1")
                .paramLabel(label)
                .description(description));
    }

    @Override
    public void onOff(String name, String description) {
        add(onOff(name).description(description));
    }

    private static OptionSpec.Builder text(String name) {
        return option(name).type(String.class);
    }

    private static OptionSpec.Builder onOff(String name) {
        return option(name).type(Boolean.class).converters(new SwitchConverter());
    }

    private static OptionSpec.Builder option(String name) {
        return OptionSpec.builder("-" + name, "--" + name);
    }

    private void add(OptionSpec.Builder option) {
        spec.addOption(option.build());
    }
}
