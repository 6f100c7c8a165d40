/** The contracts of every SHA store and of every layer cache, as JUnit classes to extend. */
module dev.restorer.shastore.tck {
    requires transitive dev.restorer.api;
    requires transitive org.junit.jupiter.api;
    requires org.assertj.core;
    requires org.junit.jupiter.params;
    requires static org.jspecify;

    exports dev.restorer.layercache.tck;
    exports dev.restorer.shastore.tck;

    // JUnit calls the tests, which are not public.
    opens dev.restorer.layercache.tck to
            org.junit.platform.commons;
    opens dev.restorer.shastore.tck to
            org.junit.platform.commons;
}
