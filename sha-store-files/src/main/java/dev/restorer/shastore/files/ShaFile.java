package dev.restorer.shastore.files;

import dev.restorer.files.ConfinedDirectory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Writes and reads the file of one layer, which contains only the diff id, in UTF-8. */
final class ShaFile {

    /** The maximum size of a file, which is far more than that of a diff id; a larger file is not read. */
    private static final int MAX_BYTES = 1 << 20;

    private ShaFile() {}

    static void write(ConfinedDirectory directory, String file, String diffId) {
        byte[] content = content(directory.path(), file, diffId);
        try {
            directory.replace(file, ByteBuffer.wrap(content));
        } catch (IOException e) {
            throw Failures.write(directory.path().resolve(file), e);
        }
    }

    /** Returns the content of a file. The directory is for messages. */
    static byte[] content(Path directory, String file, String diffId) {
        try {
            return encode(diffId);
        } catch (IOException e) {
            throw Failures.write(directory.resolve(file), e);
        }
    }

    private static byte[] encode(String diffId) throws IOException {
        ByteBuffer bytes;
        try {
            bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(diffId));
        } catch (CharacterCodingException e) {
            throw new IOException("the diff id has a character that UTF-8 cannot encode", e);
        }
        if (bytes.remaining() > MAX_BYTES) {
            throw new IOException("the diff id has more than " + MAX_BYTES + " bytes");
        }
        byte[] content = new byte[bytes.remaining()];
        bytes.get(content);
        return content;
    }

    /**
     * Reads a diff id. Leading and trailing white space is removed, as in the lifecycle, since an editor may have added
     * a newline.
     */
    static Optional<String> read(ConfinedDirectory directory, String file) {
        try {
            byte[] bytes = directory.read(file, MAX_BYTES);
            return bytes == null ? Optional.empty() : Optional.of(decode(bytes).strip());
        } catch (IOException e) {
            throw Failures.read(directory.path().resolve(file), e);
        }
    }

    private static String decode(byte[] bytes) throws IOException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IOException("it is not text in UTF-8", e);
        }
    }
}
