package dev.restorer.images.registry.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of this machine: {@code localhost}, and every name below it. (RFC 6761) */
public final class LocalNames {

    private static final String LOCALHOST = "localhost";
    private static final byte[] V4 = {127, 0, 0, 1};
    private static final byte[] V6 = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

    private LocalNames() {}

    /** Returns whether a host is this machine. It may have the dot at the end of an absolute name. */
    public static boolean contains(String host) {
        return withoutDot(host).equals(LOCALHOST) || isBelow(host);
    }

    private static boolean isBelow(String host) {
        return withoutDot(host).endsWith("." + LOCALHOST);
    }

    private static String withoutDot(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }

    /**
     * Returns the addresses of a name below {@code localhost}, or null for every other host. Such a name must not be
     * looked up: another machine could get what is sent without TLS.
     */
    static InetAddress @Nullable [] addresses(String host) throws UnknownHostException {
        return isBelow(host)
                ? new InetAddress[] {InetAddress.getByAddress(host, V4), InetAddress.getByAddress(host, V6)}
                : null;
    }
}
