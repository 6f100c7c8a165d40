package dev.restorer.cli.arguments;

import dev.restorer.cli.process.Switch;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The kinds of the flags of a subcommand, without their descriptions. */
public final class FlagKinds implements Flags {

    /** Whether a flag has a value, several, or one that is true or false. */
    enum Kind {
        TEXT,
        TEXTS,
        ON_OFF
    }

    private final Map<String, Kind> kinds = new HashMap<>();

    /** Creates an object without flags. */
    public FlagKinds() {}

    @Override
    public void text(String name, String label, String description) {
        kinds.put(name, Kind.TEXT);
    }

    @Override
    public void text(String name, String label, String description, List<String> values) {
        kinds.put(name, Kind.TEXT);
    }

    @Override
    public void texts(String name, String label, String description) {
        kinds.put(name, Kind.TEXTS);
    }

    @Override
    public void onOff(String name, String description) {
        kinds.put(name, Kind.ON_OFF);
    }

    /** Returns the kind of a flag, or null if the subcommand has no such flag. */
    @Nullable
    Kind of(String name) {
        return kinds.get(name);
    }

    /** Tells whether a flag accepts a value as it is. */
    boolean accepts(String name, String value) {
        return of(name) != Kind.ON_OFF || Switch.isValid(value);
    }
}
