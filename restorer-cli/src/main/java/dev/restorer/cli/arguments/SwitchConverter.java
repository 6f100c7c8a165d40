package dev.restorer.cli.arguments;

import dev.restorer.cli.process.Switch;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Converts the value of a boolean flag. */
public final class SwitchConverter implements ITypeConverter<Boolean> {

    @Override
    public Boolean convert(String value) {
        if (!Switch.isValid(value)) {
            throw new TypeConversionException("give true or false");
        }
        return Switch.isOn(value);
    }
}
