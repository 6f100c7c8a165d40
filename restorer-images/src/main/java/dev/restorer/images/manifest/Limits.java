package dev.restorer.images.manifest;

/** How much is read of an image's descriptions. */
public final class Limits {

    /** Bytes of a manifest or an index. (Distribution specification: a registry need not take more) */
    public static final int MAX_MANIFEST = 4 << 20;

    /** Bytes of a config, whose labels hold the metadata of all layers. */
    public static final int MAX_CONFIG = 64 << 20;

    /** Labels of a config. */
    static final int MAX_LABELS = 100_000;

    /** Layers of an image. */
    static final int MAX_LAYERS = 100_000;

    /** Indexes in each other. */
    public static final int MAX_INDEXES = 4;

    private Limits() {}
}
