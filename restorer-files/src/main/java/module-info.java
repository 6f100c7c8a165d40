/** Writes files so that nothing leaves its directory, and a reader sees the old or the new one, whole. */
@SuppressWarnings("module") // the modules that it is exported to come later in the build
module dev.restorer.files {
    requires static org.jspecify;

    exports dev.restorer.files to
            dev.restorer.core,
            dev.restorer.shastore.files;
}
