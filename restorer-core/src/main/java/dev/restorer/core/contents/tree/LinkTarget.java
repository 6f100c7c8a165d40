package dev.restorer.core.contents.tree;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Creates paths whose text is exactly that of a link's target. {@link Path#of(String, String...)} removes a trailing
 * slash and the second of two slashes, which would change the bytes of the layer, and so its digest.
 *
 * <p>A path that is created from a URI keeps one trailing slash if it is escaped there, and {@code resolve} adds
 * another one. So two slashes are possible, but neither three nor two at the start or the end.
 */
final class LinkTarget {

    /** Each part takes as long as creating a link, and a hostile target could have a thousand parts. */
    private static final int MAX_PARTS = 100;

    private LinkTarget() {}

    /**
     * Creates a path.
     *
     * @param text its text, not empty
     * @return the path, or null if the JDK cannot create a path with this text, or it has too many parts
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
        return HexFormat.of().withPrefix("%").formatHex(path.toString().getBytes(StandardCharsets.UTF_8));
    }
}
