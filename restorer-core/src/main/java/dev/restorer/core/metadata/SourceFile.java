package dev.restorer.core.metadata;

import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.core.formats.FormatException;
import dev.restorer.files.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Something that is read, with what to do where it cannot be.
 *
 * @param name the path of a file, or what it is
 * @param remedy what to do, without a full stop
 * @param limits how much is read
 */
public record SourceFile(String name, String remedy, MetadataLimits limits) {

    /** No array has more. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    /**
     * Reads the whole of a file and understands it.
     *
     * @param file the file
     * @param understand makes something of its bytes
     * @param <T> what is made of it
     * @return what was made of it
     */
    public <T> T read(Path file, Function<byte[], T> understand) {
        byte[] content;
        try {
            content = bytes(file);
        } catch (IOException e) {
            throw new MetadataReadException(name, FileProblem.describe(e), remedy, e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(e);
        }
        return parse(content, understand);
    }

    private byte[] bytes(Path file) throws IOException {
        if (Files.isRegularFile(file)) {
            requireLimit(Files.size(file));
            return Files.readAllBytes(file);
        }
        int most = (int) Math.min(limits.bytes(), MAX_BYTES);
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] content = stream.readNBytes(most);
            requireLimit(stream.read() < 0 ? content.length : most + 1L);
            return content;
        }
    }

    private void requireLimit(long bytes) {
        if (bytes > limits.bytes() || bytes > MAX_BYTES) {
            long most = Math.min(limits.bytes(), MAX_BYTES);
            throw new UnusableMetadataException(
                    name, "it is larger than " + most + " bytes, the limit of what is read", remedy);
        }
    }

    /**
     * Understands a document.
     *
     * @param content its bytes
     * @param understand makes something of them
     * @param <T> what is made of it
     * @return what was made of it
     */
    public <T> T parse(byte[] content, Function<byte[], T> understand) {
        requireLimit(content.length);
        return understand(content, understand);
    }

    /**
     * Understands what may be a part of a document.
     *
     * @param content the bytes of the document
     * @param understand makes something of them
     * @param <T> what is made of it
     * @return what was made of it
     */
    public <T> T understand(byte[] content, Function<byte[], T> understand) {
        try {
            return understand.apply(content);
        } catch (FormatException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (OutOfMemoryError e) {
            throw tooLarge(e);
        }
    }

    private UnusableMetadataException tooLarge(OutOfMemoryError e) {
        return unusable("it is larger than the memory of the JVM", e);
    }

    private UnusableMetadataException unusable(String problem, Throwable cause) {
        return new UnusableMetadataException(name, problem, remedy, cause);
    }
}
