package dev.restorer.images.registry.address;

import java.net.InetAddress;
import org.jspecify.annotations.Nullable;

/** A block of addresses, such as {@code 10.0.0.0/8}. */
public final class Network {

    private static final int MAX_DIGITS = 3;

    private final byte[] address;
    private final int bits;

    private Network(byte[] address, int bits) {
        this.address = address;
        this.bits = bits;
    }

    /** Parses a block. Returns null if the text is not one. */
    public static @Nullable Network parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = slash < 0 ? null : IpAddresses.literal(text.substring(0, slash));
        String length = text.substring(slash + 1);
        boolean isNumber = !length.isEmpty()
                && length.length() <= MAX_DIGITS
                && length.chars().allMatch(c -> c >= '0' && c <= '9');
        if (address == null || !isNumber || Integer.parseInt(length) > address.getAddress().length * 8) {
            return null;
        }
        return new Network(address.getAddress(), Integer.parseInt(length));
    }

    public boolean contains(InetAddress other) {
        byte[] bytes = other.getAddress();
        if (bytes.length != address.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> (bit % 8);
            if ((bytes[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
