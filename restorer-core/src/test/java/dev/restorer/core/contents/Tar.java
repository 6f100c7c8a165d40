package dev.restorer.core.contents;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Writes tars byte by byte, as an exporter does and as none ever would. */
public final class Tar {

    private static final int BLOCK = 512;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public Tar directory(String name, int mode) {
        return entry('5', name, "", mode, "");
    }

    public Tar file(String name, int mode, String content) {
        return entry('0', name, "", mode, content);
    }

    public Tar file(String name, String content) {
        return file(name, 0644, content);
    }

    public Tar symbolicLink(String name, String target) {
        return entry('2', name, target, 0777, "");
    }

    public Tar hardLink(String name, String target) {
        return entry('1', name, target, 0644, "");
    }

    /** Adds an entry of any type. */
    public Tar entry(char type, String name, String target, int mode, String content) {
        byte[] data = content.getBytes(UTF_8);
        return raw(header(type, name, target, mode, data.length)).padded(data);
    }

    /** Adds what GNU tar writes before an entry whose name is too long for a header. */
    public Tar longName(String name) {
        return entry('L', "././@LongLink", "", 0644, name + "\0");
    }

    /** Adds what GNU tar writes before a link whose target is too long for a header. */
    public Tar longTarget(String target) {
        return entry('K', "././@LongLink", "", 0644, target + "\0");
    }

    /** Adds what POSIX has for the entry that follows: a keyword and its value. */
    public Tar pax(String keyword, String value) {
        return entry('x', "PaxHeaders/x", "", 0644, paxRecord(keyword, value));
    }

    /** The length of a record counts its own digits. */
    static String paxRecord(String keyword, String value) {
        int rest = (" " + keyword + "=" + value + "\n").getBytes(UTF_8).length;
        int length = rest + 1;
        while (length != rest + Integer.toString(length).length()) {
            length = rest + Integer.toString(length).length();
        }
        return length + " " + keyword + "=" + value + "\n";
    }

    /** Adds bytes as they are. */
    public Tar raw(byte[] any) {
        bytes.writeBytes(any);
        return this;
    }

    Tar padded(byte[] data) {
        raw(data);
        return raw(new byte[(BLOCK - data.length % BLOCK) % BLOCK]);
    }

    /** Returns the tar without its end. */
    byte[] unfinished() {
        return bytes.toByteArray();
    }

    /** Returns the tar with the two empty blocks that end it. */
    public byte[] bytes() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(unfinished());
        whole.writeBytes(new byte[2 * BLOCK]);
        return whole.toByteArray();
    }

    /** Makes a header that says of itself what it is told, whatever follows it. */
    static byte[] header(char type, String name, String target, int mode, long size) {
        byte[] header = new byte[BLOCK];
        put(header, 0, 100, name);
        put(header, 100, 8, octal(mode, 7));
        put(header, 108, 8, octal(1000, 7));
        put(header, 116, 8, octal(1000, 7));
        put(header, 124, 12, octal(size, 11));
        put(header, 136, 12, octal(1, 11));
        header[156] = (byte) type;
        put(header, 157, 100, target);
        put(header, 257, 8, "ustar\0" + "00");
        return withChecksum(header);
    }

    /** Puts the right checksum into a header. */
    static byte[] withChecksum(byte[] header) {
        put(header, 148, 8, "        ");
        int sum = 0;
        for (byte b : header) {
            sum += b & 0xff;
        }
        put(header, 148, 8, octal(sum, 6) + "\0 ");
        return header;
    }

    private static String octal(long value, int digits) {
        String octal = Long.toOctalString(value);
        return "0".repeat(Math.max(0, digits - octal.length())) + octal.toLowerCase(Locale.ROOT);
    }

    private static void put(byte[] header, int offset, int length, String text) {
        byte[] field = text.getBytes(StandardCharsets.UTF_8);
        if (field.length > length) {
            throw new IllegalArgumentException(text + " has more than " + length + " bytes");
        }
        System.arraycopy(field, 0, header, offset, field.length);
    }
}
