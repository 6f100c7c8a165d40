package dev.restorer.images.registry.address;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Parses and classifies IP addresses, without name lookups. */
public final class IpAddresses {

    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
    private static final Pattern V4 = Pattern.compile("(?:" + BYTE + "\\.){3}" + BYTE);

    // Not all that match are addresses, but the JDK rejects the others without a lookup: they have a colon, and begin
    // with one or with a digit.
    private static final Pattern V6 = Pattern.compile("(?:[0-9A-Fa-f][0-9A-Fa-f.]*)?:[0-9A-Fa-f:.]*");

    private static final byte[] NAT64 = {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0};

    private IpAddresses() {}

    /** Parses an address with or without brackets. Returns null if the text is a name. */
    public static @Nullable InetAddress literal(String host) {
        boolean inBrackets = host.startsWith("[") && host.endsWith("]");
        String text = inBrackets ? host.substring(1, host.length() - 1) : host;
        if (!hasForm(text)) {
            return null;
        }
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            return null;
        }
    }

    /** Returns whether the JDK parses a text as an address, or rejects it, without looking it up as a name. */
    static boolean hasForm(String text) {
        return V4.matcher(text).matches() || V6.matcher(text).matches();
    }

    /** Returns whether an address is public: not one of this machine, of a private network, or of a reserved block. */
    public static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    /** Excludes the blocks for shared address space, protocol assignments, benchmarks and future use. (RFC 6890) */
    private static boolean isPublicV4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean isShared = first == 100 && (second & 0xc0) == 64;
        boolean isProtocolAssignment = first == 192 && second == 0 && bytes[2] == 0;
        boolean isBenchmark = first == 198 && (second & 0xfe) == 18;
        return first != 0 && first < 240 && !isShared && !isProtocolAssignment && !isBenchmark;
    }

    /** Classifies an IPv6 address that contains an IPv4 address by the latter. */
    private static boolean isPublicV6(byte[] bytes) {
        boolean isUniqueLocal = (bytes[0] & 0xfe) == 0xfc;
        boolean isCompatible = Arrays.equals(bytes, 0, 12, new byte[12], 0, 12);
        boolean isNat64 = Arrays.equals(bytes, 0, 12, NAT64, 0, 12);
        boolean is6to4 = bytes[0] == 0x20 && bytes[1] == 0x02;
        if (isCompatible || isNat64) {
            return isPublic(v4(bytes, 12));
        }
        return is6to4 ? isPublic(v4(bytes, 2)) : !isUniqueLocal;
    }

    private static InetAddress v4(byte[] bytes, int from) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
        } catch (UnknownHostException e) {
            throw new IllegalStateException("four bytes are an address", e);
        }
    }
}
