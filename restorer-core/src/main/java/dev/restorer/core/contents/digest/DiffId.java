package dev.restorer.core.contents.digest;

import dev.restorer.core.contents.failure.RejectedException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The digest of a layer's uncompressed tar, in the form of the OCI image specification. */
public final class DiffId {

    private static final String ALGORITHM = "sha256:";
    private static final int LENGTH = ALGORITHM.length() + 64;

    private DiffId() {}

    /**
     * Tells whether a diff id has the form of one, which names no other file of a cache.
     *
     * @param diffId the diff id
     * @return whether it is {@code sha256:} and 64 lower-case hexadecimal digits
     */
    public static boolean isValid(String diffId) {
        return diffId.startsWith(ALGORITHM) && diffId.length() == LENGTH && isHexadecimal(diffId, ALGORITHM.length());
    }

    private static boolean isHexadecimal(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!(c >= '0' && c <= '9') && !(c >= 'a' && c <= 'f')) {
                return false;
            }
        }
        return true;
    }

    /**
     * Checks the form of a diff id, since it comes from an untrusted source and becomes the name of a file of the
     * cache.
     */
    public static void require(String diffId) throws RejectedException {
        if (!isValid(diffId)) {
            throw RejectedException.damaged("its diff id in the cache is not sha256: and 64 hexadecimal digits");
        }
    }

    /**
     * Returns a new digest: a copy of an unused one, since a lookup of the algorithm takes longer than a small layer.
     */
    public static MessageDigest digest() {
        try {
            return (MessageDigest) Unused.DIGEST.clone();
        } catch (CloneNotSupportedException e) {
            return create(); // the provider is another than the JDK's
        }
    }

    private static MessageDigest create() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static final class Unused {
        static final MessageDigest DIGEST = create();
    }

    public static String of(MessageDigest digest) {
        return ALGORITHM + HexFormat.of().formatHex(digest.digest());
    }
}
