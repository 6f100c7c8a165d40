package dev.restorer.cli.training;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A tar with the kinds of entries that layers have. */
final class TrainingTar {

    private static final int BLOCK = 512;
    private static final int CHECKSUM = 148;
    private static final int MODE = 100;
    private static final int SIZE = 124;
    private static final int TYPE = 156;
    private static final int TARGET = 157;
    private static final int MAGIC = 257;

    private final ByteArrayOutputStream tar = new ByteArrayOutputStream();
    private final String root;

    /**
     * Creates a tar with the directory of a layer.
     *
     * @param root the path of the layer
     */
    TrainingTar(String root) {
        this.root = root;
        directory("");
    }

    void directory(String name) {
        add('5', name + "/", "", new byte[0]);
    }

    void file(String name, byte[] content) {
        add('0', name, "", content);
    }

    void symbolicLink(String name, String target) {
        add('2', name, target, new byte[0]);
    }

    void hardLink(String name, String target) {
        add('1', name, root + "/" + target, new byte[0]);
    }

    /** Adds a file whose name is in a pax header, as long names are. */
    void paxFile(String name, byte[] content) {
        String record = " path=" + root + "/" + name + "\n";
        int length = record.length() + 2; // two digits, since the names are that long
        add('x', "pax", "", (length + record).getBytes(StandardCharsets.UTF_8));
        add('0', "short", "", content);
    }

    /** Adds the header of a file whose content is missing. */
    void fileWithoutContent(String name, int size) {
        addHeader('0', name, "", size);
    }

    private void add(char type, String name, String target, byte[] content) {
        addHeader(type, name, target, content.length);
        tar.writeBytes(content);
        tar.writeBytes(new byte[-content.length & (BLOCK - 1)]);
    }

    private void addHeader(char type, String name, String target, int size) {
        byte[] header = new byte[BLOCK];
        put(root + "/" + name, header, 0);
        put(type == '5' ? "0000755" : "0000644", header, MODE);
        put(String.format(Locale.ROOT, "%011o", size), header, SIZE);
        put(" ".repeat(8), header, CHECKSUM);
        header[TYPE] = (byte) type;
        put(target, header, TARGET);
        put("ustar\00000", header, MAGIC);
        int sum = 0;
        for (byte each : header) {
            sum += each & 0xff;
        }
        put(String.format(Locale.ROOT, "%06o\0", sum), header, CHECKSUM);
        tar.writeBytes(header);
    }

    private static void put(String text, byte[] header, int at) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    /** Returns the whole tar. Its end needs no empty blocks. */
    byte[] bytes() {
        return tar.toByteArray();
    }
}
