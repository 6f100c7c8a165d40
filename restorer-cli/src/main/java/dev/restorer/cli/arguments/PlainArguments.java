package dev.restorer.cli.arguments;

import dev.restorer.cli.process.Switch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/**
 * Arguments that are only flags with valid values. They are read without picocli, whose setup takes as long as the rest
 * of a small restore. Anything else, such as a flag that is not known or a request for help, is left to picocli.
 */
public final class PlainArguments implements Arguments {

    private final FlagKinds kinds;
    private final Supplier<CommandLine> commandLine;
    private final Map<String, List<String>> values = new HashMap<>();

    private PlainArguments(FlagKinds kinds, Supplier<CommandLine> commandLine) {
        this.kinds = kinds;
        this.commandLine = commandLine;
    }

    /**
     * Reads arguments.
     *
     * @param args the arguments after the name of the subcommand
     * @param kinds the flags of the subcommand
     * @param commandLine creates its command line, for messages
     * @return the arguments, or null if picocli must parse them
     */
    public static @Nullable PlainArguments read(List<String> args, FlagKinds kinds, Supplier<CommandLine> commandLine) {
        PlainArguments arguments = new PlainArguments(kinds, commandLine);
        for (int i = 0; i < args.size(); ) {
            int used = arguments.add(args.get(i), i + 1 < args.size() ? args.get(i + 1) : null);
            if (used == 0) {
                return null;
            }
            i += used;
        }
        return arguments;
    }

    /** Adds a flag and its value, and returns how many arguments they are, or 0 if this is no valid flag. */
    private int add(String flag, @Nullable String next) {
        if (!flag.startsWith("-")) {
            return 0;
        }
        String text = flag.substring(flag.startsWith("--") ? 2 : 1);
        int equals = text.indexOf('=');
        String name = equals < 0 ? text : text.substring(0, equals);
        String attached = equals < 0 ? null : text.substring(equals + 1);
        FlagKinds.Kind kind = kinds.of(name);
        if (kind == null) {
            return 0;
        }
        if (kind == FlagKinds.Kind.ON_OFF) {
            return put(name, attached == null ? "true" : attached, 1);
        }
        return attached == null ? put(name, next, 2) : put(name, attached, 1);
    }

    private int put(String name, @Nullable String value, int used) {
        if (value == null || value.equals("--") || !kinds.accepts(name, value)) {
            return 0;
        }
        List<String> all = values.computeIfAbsent("--" + name, any -> new ArrayList<>());
        if (kinds.of(name) != FlagKinds.Kind.TEXTS) {
            all.clear(); // the last value is used
        }
        all.add(value);
        return used;
    }

    @Override
    public boolean has(String flag) {
        return values.containsKey(flag);
    }

    @Override
    public @Nullable String text(String flag) {
        return has(flag) ? texts(flag).get(0) : null;
    }

    @Override
    public List<String> texts(String flag) {
        return values.getOrDefault(flag, List.of());
    }

    @Override
    public @Nullable Boolean onOff(String flag) {
        String value = text(flag);
        return value == null ? null : Switch.isOn(value);
    }

    @Override
    public @Nullable String positional(int index) {
        return null;
    }

    @Override
    public ParameterException wrong(String message) {
        return new ParameterException(commandLine.get(), message);
    }
}
