package dev.restorer.images.credentials;

import dev.restorer.spi.ImageCredential;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Decodes credentials. Invalid text results in empty, not in an exception, whose message could contain the text. */
final class EncodedCredentials {

    private EncodedCredentials() {}

    /** Decodes a user, a colon and a password in Base64. The password may contain colons. */
    static Optional<ImageCredential> basic(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.strip());
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        int colon = text.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(
                        new ImageCredential.Basic(text.substring(0, colon), withoutNuls(text.substring(colon + 1))));
    }

    /** Docker pads passwords with NULs. */
    private static String withoutNuls(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '\0') {
            end--;
        }
        return text.substring(0, end);
    }

    /** Decodes the value of a header: {@code Basic …}, {@code Bearer …} or {@code X-Identity …}. */
    static Optional<ImageCredential> header(String value) {
        String text = value.strip();
        int space = text.indexOf(' ');
        if (space < 0) {
            return Optional.empty();
        }
        String rest = text.substring(space + 1).strip();
        return switch (text.substring(0, space).toLowerCase(Locale.ROOT)) {
            case "basic" -> basic(rest);
            case "bearer" -> Optional.of(new ImageCredential.Bearer(rest));
            case "x-identity" -> Optional.of(new ImageCredential.IdentityToken(rest));
            default -> Optional.empty();
        };
    }
}
