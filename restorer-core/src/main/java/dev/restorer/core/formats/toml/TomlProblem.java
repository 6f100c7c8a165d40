package dev.restorer.core.formats.toml;

import dev.restorer.core.formats.FormatException;
import java.util.Optional;
import org.tomlj.Toml;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseOptions;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlVersion;

/**
 * Describes a syntax error of a TOML file with the message of tomlj, which is better than Jackson's. Its time grows
 * with the third power of the size for some inputs, so it is used only for small documents.
 */
final class TomlProblem {

    private static final TomlParseOptions OPTIONS =
            TomlParseOptions.sourceless().withVersion(TomlVersion.V1_0_0);

    /** The worst inputs of this length that were found take a quarter of a second. */
    private static final int MAX_LENGTH = 4096;

    private static final int MAX_LINES = 100;

    private TomlProblem() {}

    /**
     * Describes the error in a document that could not be read.
     *
     * @param toml the document
     * @return the first error and its position; empty if the document is too large, or tomlj finds no error or fails
     */
    static Optional<FormatException> of(String toml) {
        if (toml.length() > MAX_LENGTH || toml.lines().limit(MAX_LINES + 1).count() > MAX_LINES) {
            return Optional.empty();
        }
        return parse(toml)
                .flatMap(result -> result.errors().stream().findFirst())
                .map(TomlProblem::problem);
    }

    /** Empty if tomlj throws: after some errors it visits parts of a tree that its parser left out. */
    private static Optional<TomlParseResult> parse(String toml) {
        try {
            return Optional.of(Toml.parse(toml, OPTIONS));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private static FormatException problem(TomlParseError error) {
        TomlPosition place = error.position();
        return new FormatException(
                "", error.getMessage() + " (line " + place.line() + ", column " + place.column() + ")");
    }
}
