package dev.restorer.images.manifest;

/** The limits for the manifests and configs of images. */
public final class Limits {

    /**
     * The maximum size of a manifest or an index. (Distribution specification: registries need not accept larger ones)
     */
    public static final int MAX_MANIFEST = 4 << 20;

    /** The maximum size of a config, whose labels contain the metadata of all layers. */
    public static final int MAX_CONFIG = 64 << 20;

    /** The maximum number of labels of a config. */
    static final int MAX_LABELS = 100_000;

    /** The maximum number of layers of an image. */
    static final int MAX_LAYERS = 100_000;

    /** The maximum depth of nested indexes. */
    public static final int MAX_INDEXES = 4;

    private Limits() {}
}
