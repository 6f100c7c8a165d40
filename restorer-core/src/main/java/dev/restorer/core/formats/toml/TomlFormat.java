package dev.restorer.core.formats.toml;

import dev.restorer.api.ProviderException;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JacksonProblem;
import dev.restorer.core.formats.LimitException;
import dev.restorer.core.formats.ReadLimits;
import dev.restorer.core.formats.Utf8;
import java.time.DateTimeException;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.Version;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.PackageVersion;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlReadFeature;

/** Parses TOML with Jackson, which starts and reads faster than tomlj, and whose time grows linearly with the size. */
public final class TomlFormat {

    private static final TomlFactory FACTORY =
            TomlFactory.builder().streamReadConstraints(ReadLimits.CONSTRAINTS).build();

    /** The parser takes this feature from the context, and not from its factory. */
    private static final ObjectReadContext WITH_DATES = new ObjectReadContext.Base() {
        @Override
        public int getFormatReadFeatures(int defaults) {
            return defaults | TomlReadFeature.PARSE_JAVA_TIME.getMask();
        }
    };

    /** The first version that reads integers of 19 digits correctly. */
    private static final Version FIRST_CORRECT_VERSION =
            new Version(3, 2, 0, null, "tools.jackson.dataformat", "jackson-dataformat-toml");

    private TomlFormat() {}

    /**
     * Checks the version of Jackson's TOML parser: older versions silently lose digits of integers.
     *
     * @throws ProviderException if it is an older version
     */
    public static void requireCorrectVersion() {
        Version found = PackageVersion.VERSION;
        if (found.compareTo(FIRST_CORRECT_VERSION) < 0) {
            throw new ProviderException(
                    FIRST_CORRECT_VERSION.getArtifactId() + " " + found
                            + " was found, which loses the leading digits of integers of 19 digits",
                    "Put on the class path or module path " + FIRST_CORRECT_VERSION.getArtifactId() + " "
                            + FIRST_CORRECT_VERSION + " or later, with the other parts of Jackson in the same version",
                    List.of(found.toFullString()));
        }
    }

    /**
     * Reads a document. The parser has built a complete tree already, and returns it as its input source. A mapper is
     * not used, since creating one takes as long as a small restore.
     *
     * @param toml the bytes of the file
     * @return its root table
     * @throws FormatException if it is not TOML in UTF-8, or exceeds {@link ReadLimits}
     */
    static JsonNode tree(byte[] toml) {
        String text = Utf8.decode(toml);
        DottedKeys.requireFewLevels(text);
        try {
            return parse(text);
        } catch (JacksonException | DateTimeException e) {
            // only a document that could not be read is searched for such times: the search takes as long as the check
            String adapted = TomlTimes.adapt(text);
            if (adapted.equals(text) && !ByteOrderMarks.areIn(text)) {
                throw problem(text, e);
            }
            return parseAdapted(adapted);
        }
    }

    private static JsonNode parseAdapted(String text) {
        try {
            return ByteOrderMarks.areIn(text) ? ByteOrderMarks.parse(text, TomlFormat::parse) : parse(text);
        } catch (JacksonException | DateTimeException e) {
            throw problem(text, e);
        }
    }

    private static JsonNode parse(String text) {
        String signed = text.contains(NegativeZeros.START) ? NegativeZeros.replace(text) : text;
        try (JsonParser parser = FACTORY.createParser(WITH_DATES, signed)) {
            return (JsonNode) parser.streamReadInputSource();
        }
    }

    private static FormatException problem(String text, RuntimeException e) {
        if (!(e instanceof JacksonException parsing)) {
            return new FormatException("", String.valueOf(e.getMessage())); // Jackson does not convert it
        }
        FormatException problem = JacksonProblem.of(parsing);
        return problem instanceof LimitException
                ? problem
                : TomlProblem.of(text).orElse(problem);
    }
}
