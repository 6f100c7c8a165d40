package dev.restorer.cli.process;

import java.util.Set;

/** Reads values that are true or false as the lifecycle does, for example in {@code -skip-layers=t}. */
public final class Switch {

    private static final Set<String> ON = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> OFF = Set.of("0", "f", "F", "FALSE", "false", "False");

    private Switch() {}

    /**
     * Tells whether a value is true.
     *
     * @param value any text
     * @return whether it is one of the texts for true
     */
    public static boolean isOn(String value) {
        return ON.contains(value);
    }

    /**
     * Tells whether a value is true or false.
     *
     * @param value any text
     * @return whether it is one of the texts for true or for false
     */
    public static boolean isValid(String value) {
        return isOn(value) || OFF.contains(value);
    }
}
