package dev.restorer.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Adds flags to a command, one by one: reading them from annotations would take longer than a small restore does. Each
 * has its name behind one dash and behind two, as the lifecycle takes them.
 *
 * @param spec the command
 */
record Flags(CommandSpec spec) {

    /** Adds a flag with a value. */
    void text(String name, String label, String description) {
        add(text(name).paramLabel(label).description(description));
    }

    /** Adds a flag that is on or off. */
    void onOff(String name, String description) {
        add(onOff(name).description(description));
    }

    /** Adds a flag that is on or off, changes nothing, and is there for the platform's sake. */
    void passedOverOnOff(String name) {
        add(onOff(name).hidden(true));
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
