package dev.restorer.core.metadata;

import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.files.FileProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.function.Function;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;

/**
 * Something that is read, with what to do where it cannot be.
 *
 * @param name the path of a file, or what it is
 * @param remedy what to do, without a full stop
 * @param limits how much is read
 */
record SourceFile(String name, String remedy, MetadataLimits limits) {

    /** No array has more. */
    private static final int MOST_BYTES = Integer.MAX_VALUE - 8;

    private static final int MOST_CHARACTERS = 300;
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at \\[.*?]\\)");

    /** Reads the whole of a file and understands it. */
    <T> T read(Path file, Function<byte[], T> understand) {
        byte[] content;
        try {
            content = bytes(file);
        } catch (IOException e) {
            throw new MetadataReadException(name, FileProblem.words(e), remedy, e);
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
        try (InputStream stream = Files.newInputStream(file)) {
            return stream.readNBytes((int) Math.min(limits.bytes() + 1, MOST_BYTES));
        }
    }

    private void requireLimit(long bytes) {
        if (bytes > limits.bytes() || bytes > MOST_BYTES) {
            long most = Math.min(limits.bytes(), MOST_BYTES);
            throw new UnusableMetadataException(
                    name, "it is larger than " + most + " bytes, the limit of what is read", remedy);
        }
    }

    /** Understands a document. */
    <T> T parse(byte[] content, Function<byte[], T> understand) {
        requireLimit(content.length);
        return understand(content, understand);
    }

    /** Understands what may be a part of a document. */
    <T> T understand(byte[] content, Function<byte[], T> understand) {
        try {
            return understand.apply(content);
        } catch (FormatException e) {
            throw unusable(String.valueOf(e.getMessage()), e);
        } catch (JacksonException e) {
            throw unusable(problem(e) + place(e), e);
        } catch (DateTimeException e) {
            // Jackson's TOML reader lets it pass.
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

    /** Without Jackson's word that it withholds the source, and no longer than a person reads, since it may quote the source. */
    private static String problem(JacksonException e) {
        String problem = START_MARKER.matcher(e.getOriginalMessage()).replaceAll("");
        return problem.length() <= MOST_CHARACTERS ? problem : problem.substring(0, MOST_CHARACTERS) + "…";
    }

    private static String place(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? ""
                : " (line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr() + ")";
    }

    /** Decodes UTF-8, in which nothing may be wrong. */
    static String utf8(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new FormatException("it is not UTF-8");
        }
    }
}
