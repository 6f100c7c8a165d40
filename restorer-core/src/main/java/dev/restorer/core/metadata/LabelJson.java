package dev.restorer.core.metadata;

import dev.restorer.api.AppMetadata;

/** Reads the label of the previous image. */
public final class LabelJson {

    private LabelJson() {}

    /**
     * Reads a document.
     *
     * @param json the bytes of the label
     * @return the app metadata
     */
    public static AppMetadata parse(byte[] json) {
        return new AppMetadata(LabelParser.parse(json).buildpacks());
    }
}
