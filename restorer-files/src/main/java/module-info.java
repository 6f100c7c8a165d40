/**
 * Writes files so that none is written outside its directory, and a reader sees either the old or the new file,
 * complete.
 */
@SuppressWarnings("module") // the modules that it is exported to are built later
module dev.restorer.files {
    requires static org.jspecify;

    exports dev.restorer.files to
            dev.restorer.core,
            dev.restorer.shastore.files;
    exports dev.restorer.files.lock to
            dev.restorer.core;
}
