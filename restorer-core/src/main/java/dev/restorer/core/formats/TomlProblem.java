package dev.restorer.core.formats;

import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlVersion;

/**
 * Says what is wrong with a TOML file that a person may have written, in the words of tomlj, which are better than
 * Jackson's. Its cost grows with the third power of some inputs, so it is given none but small ones.
 */
final class TomlProblem {

    private static final TomlParseOptions OPTIONS =
            TomlParseOptions.sourceless().withVersion(TomlVersion.V1_0_0);

    /** Up to here the worst inputs that were found take a quarter of a second. */
    private static final int MAX_LENGTH = 4096;

    private static final int MAX_LINES = 100;

    private TomlProblem() {}

    /**
     * Explains a document that could not be read.
     *
     * @param toml the document
     * @return its first error and the place of it; empty if the document is too large, or tomlj finds nothing wrong
     */
    static Optional<FormatException> of(String toml) {
        if (toml.length() > MAX_LENGTH || toml.lines().limit(MAX_LINES + 1).count() > MAX_LINES) {
            return Optional.empty();
        }
        TomlParseResult result = Toml.parse(toml, OPTIONS);
        return result.errors().stream().findFirst().map(TomlProblem::problem);
    }

    private static FormatException problem(TomlParseError error) {
        TomlPosition place = error.position();
        return new FormatException(
                "", error.getMessage() + " (line " + place.line() + ", column " + place.column() + ")");
    }
}
