package dev.restorer.core.baseimages;

import dev.restorer.api.UnwritableFileException;
import dev.restorer.files.AtomicDirectories;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.FileMode;
import dev.restorer.files.FileOwner;
import dev.restorer.files.FileProblem;
import dev.restorer.files.HiddenDirectory;
import dev.restorer.files.TrustedDirectory;
import dev.restorer.spi.ImageDocuments;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The images that the extender extends: each an OCI layout with manifest and config and without layers, in
 * {@code cache/base/<digest>} of the kaniko directory. (Platform specification, restorer)
 *
 * @param kaniko the kaniko directory, whose path is trusted
 * @param owner the owner of what is written
 */
record ExtenderImages(Path kaniko, FileOwner owner) {

    private static final String REMEDY =
            "Mount a directory that the user of the build can write to at %s, as the extender"
                    + " needs it, or leave out what is only needed for image extensions";

    /**
     * Writes an image, in place of what exists of its digest. Digests become parts of paths, and the media type one of
     * JSON, so the caller checks their form.
     *
     * @param digest the digest of the image
     * @param documents its documents
     * @throws UnwritableFileException if it cannot be written
     */
    void write(String digest, ImageDocuments documents) {
        Path base = kaniko.resolve("cache").resolve("base");
        // The path of the kaniko directory is trusted, but it may have links that an earlier phase of a build made.
        try (ConfinedDirectory cache = new TrustedDirectory(kaniko, owner).make("cache");
                ConfinedDirectory directory = new TrustedDirectory(cache.path(), owner).make("base")) {
            AtomicDirectories directories = new AtomicDirectories(directory);
            HiddenDirectory hidden = directories.makeHidden();
            boolean complete = false;
            try {
                write(hidden.path().resolve("oci-layout"), utf8("{\"imageLayoutVersion\":\"1.0.0\"}"));
                write(hidden.path().resolve("index.json"), utf8(index(digest, documents)));
                blob(hidden.path(), digest, documents.manifest());
                blob(hidden.path(), documents.configDigest(), documents.config());
                FileMode.set(hidden.path(), hidden.directoryMode());
                complete = true;
            } finally {
                if (!complete) {
                    hidden.remove();
                }
            }
            directories.place(hidden, digest);
        } catch (IOException e) {
            throw new UnwritableFileException(obstacle(e, base), FileProblem.describe(e), REMEDY.formatted(kaniko), e);
        }
    }

    /** Returns the directory on the way that cannot be used, such as a link, or else the last one. */
    private static Path obstacle(IOException e, Path base) {
        String named = e instanceof FileSystemException system ? system.getFile() : null;
        return named != null && base.startsWith(named) ? Path.of(named) : base;
    }

    private static String index(String digest, ImageDocuments documents) {
        return "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":[{"
                + "\"mediaType\":\"" + documents.mediaType()
                + "\",\"size\":" + documents.manifest().length
                + ",\"digest\":\"" + digest + "\"}]}";
    }

    private void blob(Path layout, String digest, byte[] content) throws IOException {
        int colon = digest.indexOf(':');
        Path algorithm = layout.resolve("blobs").resolve(digest.substring(0, colon));
        owner.makeDirectory(algorithm.resolveSibling(""));
        owner.makeDirectory(algorithm);
        write(algorithm.resolve(digest.substring(colon + 1)), content);
    }

    private void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
        owner.give(file);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
