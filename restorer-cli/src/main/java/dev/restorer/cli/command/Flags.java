package dev.restorer.cli.command;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Adds flags to a command, one by one: reading them from annotations would take longer than a small restore does. Each has
 * its name behind one dash and behind two, as the lifecycle takes them.
 *
 * @param spec the command
 */
record Flags(CommandSpec spec) {

    /** Adds a flag with a value. */
    void text(String name, String label, String description, Consumer<@Nullable String> set) {
        add(text(name, set).paramLabel(label).description(description));
    }

    /** Adds a flag that is on or off. */
    void onOff(String name, String description, Consumer<Boolean> set) {
        add(onOff(name, set).description(description));
    }

    /** Adds a flag with a value that changes nothing, and is there for the platform's sake. */
    void passedOver(String name) {
        add(text(name, value -> {}).hidden(true));
    }

    /** The same of one that is on or off. */
    void passedOverOnOff(String name) {
        add(onOff(name, value -> {}).hidden(true));
    }

    private static OptionSpec.Builder text(String name, Consumer<@Nullable String> set) {
        return named(name).type(String.class).setter(setter(value -> set.accept((String) value)));
    }

    private static OptionSpec.Builder onOff(String name, Consumer<Boolean> set) {
        return named(name).type(Boolean.class).converters(new SwitchConverter()).setter(setter(value -> {
            if (value instanceof Boolean given) {
                set.accept(given);
            }
        }));
    }

    private static OptionSpec.Builder named(String name) {
        return OptionSpec.builder("-" + name, "--" + name);
    }

    private static ISetter setter(Consumer<@Nullable Object> set) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                set.accept(value);
                return value;
            }
        };
    }

    private void add(OptionSpec.Builder option) {
        spec.addOption(option.build());
    }
}
