package dev.restorer.shastore.redis;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads a password from a file, where others on the machine do not see it as they see a command line. */
final class PasswordFile {

    private static final int MAX_BYTES = 1 << 12;

    private PasswordFile() {}

    /** A line break at the end does not count. */
    static String read(Path file) {
        String password = text(file).replaceFirst("\r?\n$", "");
        if (password.isEmpty()) {
            throw UriProblems.passwordFile(file, "is empty");
        }
        return password;
    }

    private static String text(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(MAX_BYTES + 1);
            if (bytes.length > MAX_BYTES) {
                throw UriProblems.passwordFile(file, "has more than " + MAX_BYTES + " bytes");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw UriProblems.passwordFile(file, "is no UTF-8");
        } catch (IOException e) {
            throw UriProblems.passwordFile(file, "cannot be read");
        }
    }
}
