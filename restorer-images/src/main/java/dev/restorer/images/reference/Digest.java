package dev.restorer.images.reference;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The digest of some bytes, which names them. (OCI image format, descriptor)
 *
 * @param algorithm {@code sha256} or {@code sha512}, the algorithms that are registered
 * @param hex lower-case hexadecimal digits, as many as the algorithm has
 */
public record Digest(String algorithm, String hex) {

    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}");
    private static final Map<String, String> JAVA_NAMES = Map.of("sha256", "SHA-256", "sha512", "SHA-512");

    /** Checks that it is one. */
    public Digest {
        if (!FORM.matcher(algorithm + ":" + hex).matches()) {
            throw new IllegalArgumentException("no digest: " + algorithm + ":" + hex);
        }
    }

    /**
     * Reads a digest.
     *
     * @param text any text
     * @return the digest, or empty if the text is none, or one of another algorithm
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
        return new Digest("sha256", HexFormat.of().formatHex(computing("sha256").digest(bytes)));
    }

    /**
     * Tells whether this is the digest of some bytes.
     *
     * @param bytes the bytes
     * @return whether it is
     */
    public boolean isOf(byte[] bytes) {
        return isEqual(computing().digest(bytes));
    }

    /**
     * Starts to compute a digest of this algorithm.
     *
     * @return what computes it
     */
    public MessageDigest computing() {
        return computing(algorithm);
    }

    /**
     * Tells whether this digest is one that was computed.
     *
     * @param computed its bytes
     * @return whether it is
     */
    public boolean isEqual(byte[] computed) {
        return hex.equals(HexFormat.of().formatHex(computed));
    }

    private static MessageDigest computing(String algorithm) {
        try {
            return MessageDigest.getInstance(JAVA_NAMES.get(algorithm));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has it", e);
        }
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
