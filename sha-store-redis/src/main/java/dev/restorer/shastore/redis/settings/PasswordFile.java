package dev.restorer.shastore.redis.settings;

import dev.restorer.api.Quoted;
import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file that contains only a password. */
final class PasswordFile {

    private static final int MAX_BYTES = 1 << 12;

    private PasswordFile() {}

    /** Returns the password in the file that an option names, without a final line break. */
    static String read(String option, Path file) {
        byte[] bytes = start(option, file);
        String password = new String(bytes, StandardCharsets.UTF_8).replaceFirst("\r?\n$", "");
        if (bytes.length > MAX_BYTES || password.isEmpty() || !Utf8.isDecoded(password)) {
            throw problem(option, "names a file without a password: " + quoted(file));
        }
        return password;
    }

    /** Reads at most one byte more than a password may have. */
    private static byte[] start(String option, Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        } catch (IOException e) {
            throw problem(option, "names a file that cannot be read: " + quoted(file) + ": " + reason(e));
        }
    }

    private static String reason(IOException e) {
        if (e instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (e instanceof AccessDeniedException) {
            return "permission is denied";
        }
        String reason = e instanceof FileSystemException failure ? failure.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : Quoted.quote(reason);
    }

    private static ShaStoreException problem(String option, String problem) {
        return Options.problem(
                option,
                problem,
                "Name a readable file that contains only the password, in UTF-8 and at most " + MAX_BYTES + " bytes");
    }

    private static String quoted(Path file) {
        return Quoted.quote(file.toString());
    }
}
