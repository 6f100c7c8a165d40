package dev.restorer.core.metadata;

import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.JvmLimits;
import dev.restorer.files.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A file or another source of metadata, with the remedy if it cannot be read.
 *
 * @param name the path of the file, or a name for the source
 * @param remedy the remedy, without a full stop
 * @param limits the limits
 * @param limitRemedy the remedy if it exceeds the limits, without a full stop
 */
public record SourceFile(String name, String remedy, MetadataLimits limits, String limitRemedy) {

    private static final String RAISE_LIMIT =
            "If this document is meant, raise the limit: MetadataLimits, or --max-metadata-bytes of the command";

    private static final String PERMISSION_REMEDY = "Let this user read it, and search the directories above it";

    /** The maximum length of an array. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    /**
     * Creates a source whose limits can be raised.
     *
     * @param name the path of the file, or a name for the source
     * @param remedy the remedy if it cannot be read, without a full stop
     * @param limits the limits
     */
    public SourceFile(String name, String remedy, MetadataLimits limits) {
        this(name, remedy, limits, RAISE_LIMIT);
    }

    /**
     * Reads a file completely and parses it.
     *
     * @param file the file
     * @param parser parses its bytes
     * @param <T> the type of the result
     * @return the result
     */
    public <T> T read(Path file, Function<byte[], T> parser) {
        byte[] content;
        try {
            content = bytes(file);
        } catch (IOException e) {
            throw unreadable(e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(e);
        }
        return parse(content, parser);
    }

    /**
     * Returns the exception for a file that cannot be read.
     *
     * @param e why it cannot be read
     * @return an exception whose remedy is about permission if that is denied
     */
    public MetadataReadException unreadable(IOException e) {
        String what = e instanceof AccessDeniedException ? PERMISSION_REMEDY : remedy;
        return new MetadataReadException(name, FileProblem.describe(e), what, e);
    }

    private byte[] bytes(Path file) throws IOException {
        long size = Files.isRegularFile(file) ? Files.size(file) : 0;
        if (size > 0) {
            requireLimit(size);
            return Files.readAllBytes(file);
        }
        // Files of the system may have any content although their size is 0.
        int maxBytes = maxBytes();
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(maxBytes);
            requireLimit(stream.read() < 0 ? content.length : maxBytes + 1L);
            return content;
        }
    }

    /**
     * Returns the limit of the size of a document.
     *
     * @return the number of bytes, no more than any array can have
     */
    public int maxBytes() {
        return (int) Math.min(limits.bytes(), MAX_BYTES);
    }

    /**
     * Requires that a document is not larger than the limit, or than any array.
     *
     * @param bytes its size
     * @throws UnusableMetadataException if it is larger
     */
    public void requireLimit(long bytes) {
        if (bytes > maxBytes()) {
            throw new UnusableMetadataException(
                    name,
                    "it is larger than the limit of " + maxBytes() + " bytes",
                    bytes > MAX_BYTES ? remedy : limitRemedy);
        }
    }

    /**
     * Parses a document.
     *
     * @param content its bytes
     * @param parser parses them
     * @param <T> the type of the result
     * @return the result
     */
    public <T> T parse(byte[] content, Function<byte[], T> parser) {
        requireLimit(content.length);
        return parsePart(content, parser);
    }

    /**
     * Parses bytes that may be a part of a document, without a check of the size.
     *
     * @param content the bytes of the document
     * @param parser parses them
     * @param <T> the type of the result
     * @return the result
     */
    public <T> T parsePart(byte[] content, Function<byte[], T> parser) {
        try {
            return parser.apply(content);
        } catch (FormatException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(e);
        } catch (StackOverflowError e) {
            throw unusable("it " + JvmLimits.DEEPER_THAN_STACK, e);
        }
    }

    /**
     * Returns the exception for a document that the limit allows, but not the memory.
     *
     * @param e thrown when the document was read or parsed
     * @return the exception
     */
    public UnusableMetadataException tooLarge(OutOfMemoryError e) {
        return unusable("it " + JvmLimits.LARGER_THAN_MEMORY, e);
    }

    private UnusableMetadataException unusable(String problem, Throwable cause) {
        return new UnusableMetadataException(name, problem, remedy, cause);
    }
}
