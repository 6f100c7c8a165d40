package dev.restorer.images.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digest of some bytes. (OCI image format, descriptor)
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex the lower-case hexadecimal digits
 */
public record Digest(String algorithm, String hex) {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");
    private static final Map<String, String> JAVA_NAMES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    /** Checks that the digest is valid. */
    public Digest {
        if (!FORM.matcher(algorithm + ":" + hex).matches()) {
            throw new IllegalArgumentException("not a digest: " + algorithm + ":" + hex);
        }
    }

    /**
     * Parses a digest.
     *
     * @param text any text
     * @return the digest, or empty if the text is not a digest or has another algorithm
     */
    public static Optional<Digest> parse(String text) {
        int colon = text.indexOf(':');
        return FORM.matcher(text).matches()
                ? Optional.of(new Digest(text.substring(0, colon), text.substring(colon + 1)))
                : Optional.empty();
    }

    /**
     * Returns the SHA-256 of some bytes.
     *
     * @param bytes the bytes
     * @return their digest
     */
    public static Digest sha256(byte[] bytes) {
        return new Digest(
                "sha256", HexFormat.of().formatHex(messageDigest("sha256").digest(bytes)));
    }

    /**
     * Returns whether this is the digest of some bytes.
     *
     * @param bytes the bytes
     * @return true if it is
     */
    public boolean isOf(byte[] bytes) {
        return isEqual(messageDigest().digest(bytes));
    }

    /**
     * Returns a message digest of this algorithm.
     *
     * @return the message digest
     */
    public MessageDigest messageDigest() {
        return messageDigest(algorithm);
    }

    /**
     * Returns whether this digest is equal to a computed one.
     *
     * @param computed the bytes of the computed digest
     * @return true if it is
     */
    public boolean isEqual(byte[] computed) {
        return hex.equals(HexFormat.of().formatHex(computed));
    }

    private static MessageDigest messageDigest(String algorithm) {
        try {
            return MessageDigest.getInstance(JAVA_NAMES.get(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has this algorithm", e);
        }
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
