package dev.restorer.images.registry.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HexFormat;

/**
 * The address in a header, which is that of a redirect or of a token server. Its path, query and fragment may have
 * characters that Go's parser accepts and {@link URI} rejects. They are escaped. A percent sign that begins no escape
 * is rejected in a path, as in Go.
 */
public final class Location {

    private static final String REJECTED = " \"<>\\^`{|}";
    private static final String REJECTED_IN_PATH = "[]";
    private static final int MAX_ASCII = 0x7F;
    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private final String header;
    private final StringBuilder out = new StringBuilder();
    private int i;

    private Location(String header) {
        this.header = header;
    }

    /**
     * Parses an address.
     *
     * @param header the value of the header, each of whose characters is one byte
     * @return the URI
     * @throws URISyntaxException if Go rejects the address too
     */
    public static URI uri(String header) throws URISyntaxException {
        return new URI(new Location(header).escaped());
    }

    private String escaped() {
        i = pathStart();
        out.append(header, 0, i);
        part("?#", REJECTED + REJECTED_IN_PATH, false);
        part("#", REJECTED, true);
        part("", REJECTED, false);
        return out.toString();
    }

    /** Returns the index after the host, which is not escaped. */
    private int pathStart() {
        int host = header.matches("(?:[A-Za-z][A-Za-z0-9+.-]*:)?//.*") ? header.indexOf("//") + 2 : 0;
        int end = host;
        while (host > 0 && end < header.length() && "/?#".indexOf(header.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    /** Appends a part of the address. Go does not look at percent signs in a query. */
    private void part(String ends, String rejected, boolean isQuery) {
        while (i < header.length() && ends.indexOf(header.charAt(i)) < 0) {
            char c = header.charAt(i);
            boolean isPlainPercent = c == '%' && isQuery && !isEscape();
            if (c > MAX_ASCII || rejected.indexOf(c) >= 0 || isPlainPercent) {
                out.append('%').append(HEX.toHexDigits((byte) c));
            } else {
                out.append(c);
            }
            i++;
        }
    }

    private boolean isEscape() {
        return i + 2 < header.length()
                && Character.digit(header.charAt(i + 1), 16) >= 0
                && Character.digit(header.charAt(i + 2), 16) >= 0;
    }
}
