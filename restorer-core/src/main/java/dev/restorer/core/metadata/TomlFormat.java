package dev.restorer.core.metadata;

import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.toml.TomlFactory;
import tools.jackson.dataformat.toml.TomlReadFeature;

/** How TOML is read that is large or read at every start: with Jackson, which starts and reads faster than tomlj. */
final class TomlFormat {

    private static final TomlFactory FACTORY = new TomlFactory();

    /** The parser asks here, and not its factory, whether dates shall stay dates. */
    private static final ObjectReadContext WITH_DATES = new ObjectReadContext.Base() {
        @Override
        public int getFormatReadFeatures(int defaults) {
            return defaults | TomlReadFeature.PARSE_JAVA_TIME.getMask();
        }
    };

    private TomlFormat() {}

    /**
     * Reads a document. The parser walks along a tree that is whole already, so it is asked for that: a mapper, which would
     * hand it out, takes as long to make as a small restore takes.
     *
     * @param toml the bytes of the file
     * @return its root table
     */
    static JsonNode tree(byte[] toml) {
        try (JsonParser parser = FACTORY.createParser(WITH_DATES, SourceFile.utf8(toml))) {
            return (JsonNode) parser.streamReadInputSource();
        }
    }
}
