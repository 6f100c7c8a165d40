package dev.restorer.architecture;

/** The packages of the modules, as the rules speak of them. */
final class Names {

    static final String[] API = {
        "dev.restorer",
        "dev.restorer.api..",
        "dev.restorer.formats..",
        "dev.restorer.spi..",
        "dev.restorer.testing..",
        "dev.restorer.vendors.."
    };
    static final String CORE = "dev.restorer.core..";
    static final String CONTENTS = "dev.restorer.core.contents";
    static final String DECISION = "dev.restorer.core.decision..";
    static final String FORMATS = "dev.restorer.core.formats..";
    static final String REPORT = "dev.restorer.core.report..";
    static final String CACHE = "dev.restorer.core.cache..";
    static final String FIXTURES = "dev.restorer.fixtures..";
    static final String FILES = "dev.restorer.files..";
    static final String STORES = "dev.restorer.shastore..";
    static final String REDIS_STORE = "dev.restorer.shastore.redis..";
    static final String IMAGES = "dev.restorer.images..";
    static final String IMAGE_FORMATS = "dev.restorer.images.formats..";
    static final String REGISTRY = "dev.restorer.images.registry..";
    static final String COMMAND = "dev.restorer.cli..";

    private Names() {}
}
