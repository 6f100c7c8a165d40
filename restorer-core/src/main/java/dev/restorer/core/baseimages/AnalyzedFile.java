package dev.restorer.core.baseimages;

import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.api.UnwritableFileException;
import dev.restorer.core.metadata.AnalyzedDocument;
import dev.restorer.core.metadata.SourceFile;
import dev.restorer.files.ConfinedDirectory;
import dev.restorer.files.FileOwner;
import dev.restorer.files.FileProblem;
import dev.restorer.files.PlainName;
import dev.restorer.files.TrustedDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/**
 * An {@code analyzed.toml} that is read and replaced. Other phases and their buildpacks can write next to it, so a link
 * in its place is neither followed nor replaced.
 */
final class AnalyzedFile {

    private static final String READ_REMEDY = "Provide the analyzed.toml that the analyzer wrote";
    private static final String WRITE_REMEDY =
            "Let its directory be writable, since the file is replaced, and the file too if it is a mount point;"
                    + " let no link be in its place";

    private final Path path;
    private final String name;
    private final TrustedDirectory directory;
    private final SourceFile source;

    /**
     * Creates an object for a file, which need not exist.
     *
     * @param path its path
     * @param owner the owner of the file if it is written
     * @param limits the limits of its content
     */
    AnalyzedFile(Path path, FileOwner owner, MetadataLimits limits) {
        Path absolute = path.toAbsolutePath();
        this.path = path;
        this.name = String.valueOf(absolute.getFileName());
        this.directory = new TrustedDirectory(absolute.resolveSibling(""), owner);
        this.source = new SourceFile(path.toString(), READ_REMEDY, limits);
    }

    /**
     * Reads the file.
     *
     * @return its document, which is empty if there is no file
     * @throws UnusableMetadataException if its content cannot be used
     * @throws MetadataReadException if it cannot be read
     */
    AnalyzedDocument read() {
        Optional<byte[]> content;
        try {
            content = content();
        } catch (IOException e) {
            throw source.unreadable(e);
        } catch (OutOfMemoryError e) {
            throw source.tooLarge(e);
        }
        return content.map(toml -> source.parse(toml, AnalyzedDocument::parse)).orElseGet(AnalyzedDocument::empty);
    }

    private Optional<byte[]> content() throws IOException {
        if (PlainName.problem(name, PlainName.MAX_BYTES, StandardCharsets.UTF_8) != null) {
            throw new IOException("its path does not end in the name of a file");
        }
        Optional<ConfinedDirectory> opened = directory.open();
        if (opened.isEmpty()) {
            return Optional.empty();
        }
        try (ConfinedDirectory held = opened.get()) {
            BasicFileAttributes attributes = held.attributes(name);
            if (attributes != null && attributes.isSymbolicLink()) {
                throw new IOException("it is a symbolic link, which is not followed here");
            }
            if (attributes != null) {
                source.requireLimit(attributes.size());
            }
            return Optional.ofNullable(held.read(name, source.maxBytes()));
        }
    }

    /**
     * Replaces the file, or creates it. A reader sees either the old or the new file, complete, unless the file is a
     * mount point, which is written in place.
     *
     * @param document its new document
     * @throws UnwritableFileException if it cannot be written; the old file remains, unless it is a mount point
     */
    void write(AnalyzedDocument document) {
        try {
            directory.make();
            try (ConfinedDirectory held = directory.open().orElseThrow(() -> new NoSuchFileException(name))) {
                held.replaceKeepingMode(name, ByteBuffer.wrap(document.toToml()));
            }
        } catch (IOException e) {
            throw new UnwritableFileException(path, FileProblem.describe(e), WRITE_REMEDY, e);
        }
    }
}
