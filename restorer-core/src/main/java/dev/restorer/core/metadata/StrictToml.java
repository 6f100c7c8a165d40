package dev.restorer.core.metadata;

import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlTable;
import org.tomlj.TomlVersion;

/** Reads small TOML files with tomlj, as TOML 1.0 and nothing newer, since buildpacks read them too. */
public final class StrictToml {

    private static final TomlParseOptions OPTIONS =
            TomlParseOptions.sourceless().withVersion(TomlVersion.V1_0_0);

    private StrictToml() {}

    /**
     * Reads a document.
     *
     * @param toml the bytes of the file
     * @return its root table
     * @throws IllegalArgumentException if it is no TOML in UTF-8; the message has the first error and its place
     */
    public static TomlTable parse(byte[] toml) {
        TomlParseResult result = Toml.parse(SourceFile.utf8(toml), OPTIONS);
        if (result.hasErrors()) {
            TomlParseError first = result.errors().get(0);
            throw new FormatException(String.valueOf(first.getMessage()) + " (line "
                    + first.position().line() + ", column " + first.position().column() + ")");
        }
        return result;
    }
}
