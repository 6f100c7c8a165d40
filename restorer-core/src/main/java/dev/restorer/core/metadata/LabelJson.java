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
        LabelParser.Label label = LabelParser.parse(json);
        return new AppMetadata(label.buildpacks(), label.sbomDiffId());
    }
}
