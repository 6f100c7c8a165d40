package dev.restorer.core.contents;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes paths whose text is exactly that of a link's target. {@link Path#of(String, String...)} takes away each slash
 * at the end and each second one of two, which changes the bytes of the layer that the link is in, and so its digest.
 *
 * <p>A path that is made of a URI keeps one slash at its end, if that is escaped there; and what is resolved against
 * such a path follows after one more. So two slashes can be had, but not three, nor two at either end.
 */
final class LinkTarget {

    /** Each takes as long as a link does, and a hostile target could have a thousand. */
    private static final int MAX_PARTS = 100;

    private static final String HEX_DIGITS = "0123456789ABCDEF";

    private LinkTarget() {}

    /**
     * Makes a path.
     *
     * @param text its text, not empty
     * @return the path, or null if the JDK can make none of this text, or not soon
     */
    static @Nullable Path of(String text) {
        Path path = Path.of(text);
        if (!path.toString().equals(text)) {
            path = withDoubleSlashes(List.of(text.split("//", MAX_PARTS + 1)));
        }
        return path != null && path.toString().equals(text) ? path : null;
    }

    private static @Nullable Path withDoubleSlashes(List<String> parts) {
        if (parts.size() > MAX_PARTS) {
            return null;
        }
        int last = parts.size() - 1;
        Path path = part(parts.get(last), parts.get(last).endsWith("/"));
        for (int i = last - 1; i >= 0 && path != null; i--) {
            Path before = part(parts.get(i), true);
            path = before == null ? null : before.resolve(path);
        }
        return path;
    }

    private static @Nullable Path part(String text, boolean slash) {
        if (text.isEmpty()) {
            return null;
        }
        Path path = Path.of(text);
        if (!slash) {
            return path;
        }
        Path absolute = Path.of(URI.create("file:///" + escaped(path) + "%2F"));
        return path.isAbsolute() ? absolute : absolute.subpath(0, absolute.getNameCount());
    }

    private static String escaped(Path path) {
        StringBuilder escaped = new StringBuilder();
        for (byte each : path.toString().getBytes(StandardCharsets.UTF_8)) {
            escaped.append('%').append(HEX_DIGITS.charAt(each >> 4 & 0xf)).append(HEX_DIGITS.charAt(each & 0xf));
        }
        return escaped.toString();
    }
}
