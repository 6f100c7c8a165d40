package dev.restorer.tree;

import dev.restorer.fixtures.Locked;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;

/** What two files are compared by. */
public final class FileFacts {

    private static final int PERMISSIONS = 07777;

    private FileFacts() {}

    /** Returns the permissions of a file or directory and the three bits above them, as an octal number. */
    public static String mode(Path path) throws IOException {
        int mode = (Integer) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
        return Integer.toOctalString(mode & PERMISSIONS);
    }

    /** Returns the digest of what a file holds. */
    public static String sha256(Path file) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Locked.read(file, Files::readAllBytes)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
