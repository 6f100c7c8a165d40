package dev.restorer.core.formats;

import dev.restorer.api.ProviderException;
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

/**
 * How TOML is read: with Jackson, which starts and reads faster than tomlj, and whose cost grows with the size alone.
 */
public final class TomlFormat {

    private static final TomlFactory FACTORY =
            TomlFactory.builder().streamReadConstraints(ReadLimits.CONSTRAINTS).build();

    /** The parser asks here, and not its factory, whether dates shall stay dates. */
    private static final ObjectReadContext WITH_DATES = new ObjectReadContext.Base() {
        @Override
        public int getFormatReadFeatures(int defaults) {
            return defaults | TomlReadFeature.PARSE_JAVA_TIME.getMask();
        }
    };

    /** The first that reads integers of 19 digits whole. */
    private static final Version FIRST_SOUND =
            new Version(3, 2, 0, null, "tools.jackson.dataformat", "jackson-dataformat-toml");

    private TomlFormat() {}

    /**
     * Makes sure that the reader is one that reads rightly: others lose digits of what buildpacks noted, in silence.
     *
     * @throws ProviderException if it is another one
     */
    public static void requireSound() {
        Version found = PackageVersion.VERSION;
        if (found.compareTo(FIRST_SOUND) < 0) {
            throw new ProviderException(
                    FIRST_SOUND.getArtifactId() + " " + found
                            + " is there, which loses the leading digits of integers of 19 digits",
                    "Let the class path or module path have " + FIRST_SOUND.getArtifactId() + " " + FIRST_SOUND
                            + " or later, with the other parts of Jackson in the same version",
                    List.of(found.toFullString()));
        }
    }

    /**
     * Reads a document. The parser walks along a tree that is whole already, so it is asked for that: a mapper, which
     * would hand it out, takes as long to make as a small restore takes.
     *
     * @param toml the bytes of the file
     * @return its root table
     * @throws FormatException if it is not TOML in UTF-8, or more than is read
     */
    static JsonNode tree(byte[] toml) {
        String text = Utf8.decode(toml);
        DottedKeys.requireFewLevels(text);
        try (JsonParser parser = FACTORY.createParser(WITH_DATES, text)) {
            return (JsonNode) parser.streamReadInputSource();
        } catch (JacksonException e) {
            FormatException problem = JacksonProblem.of(e);
            throw problem instanceof LimitException
                    ? problem
                    : TomlProblem.of(text).orElse(problem);
        } catch (DateTimeException e) {
            throw new FormatException("", String.valueOf(e.getMessage())); // which Jackson lets pass
        }
    }
}
