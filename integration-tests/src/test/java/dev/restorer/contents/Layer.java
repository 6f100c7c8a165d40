package dev.restorer.contents;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.io.OutputStream;

/** The tar of a layer that is being written, with the absolute paths that an exporter gives its entries. */
public record Layer(OutputStream tar, String root) {

    public Layer directory(String name, int mode) throws IOException {
        return header('5', name, "", mode, 0);
    }

    public Layer file(String name, int mode, String content) throws IOException {
        return file(name, mode, content.getBytes(UTF_8), 1);
    }

    /** Adds a file that has the same bytes a number of times. */
    public Layer file(String name, int mode, byte[] bytes, int times) throws IOException {
        long size = (long) bytes.length * times;
        header('0', name, "", mode, size);
        for (int i = 0; i < times; i++) {
            tar.write(bytes);
        }
        tar.write(Tar.padding(size));
        return this;
    }

    public Layer symbolicLink(String name, String target) throws IOException {
        return header('2', name, target, 0777, 0);
    }

    private Layer header(char type, String name, String target, int mode, long size) throws IOException {
        tar.write(Tar.header(type, name.isEmpty() ? root : root + "/" + name, target, mode, size));
        return this;
    }
}
