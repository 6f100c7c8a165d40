package dev.restorer.cli.command;

import java.util.Set;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of a boolean flag as the lifecycle does, for example in {@code -skip-layers=t}. */
final class SwitchConverter implements ITypeConverter<Boolean> {

    private static final Set<String> ON = Set.of("1", "t", "T", "TRUE", "true", "True");
    private static final Set<String> OFF = Set.of("0", "f", "F", "FALSE", "false", "False");

    static boolean isOn(String value) {
        return ON.contains(value);
    }

    static boolean isSwitch(String value) {
        return isOn(value) || OFF.contains(value);
    }

    @Override
    public Boolean convert(String value) {
        if (!isSwitch(value)) {
            throw new TypeConversionException("give true or false");
        }
        return isOn(value);
    }
}
