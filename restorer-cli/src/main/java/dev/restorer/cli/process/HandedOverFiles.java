package dev.restorer.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The files that {@code bin/restorer} read as root before it became the user of the build. It hands them over on
 * standard input, which no other process can read: a line for each file, with the path and the content in hexadecimal
 * digits.
 */
final class HandedOverFiles implements Supplier<Map<Path, byte[]>> {

    private static final HexFormat HEX = HexFormat.of();

    private final InputStream input;
    private @Nullable Map<Path, byte[]> files;

    private HandedOverFiles(InputStream input) {
        this.input = input;
    }

    static Supplier<Map<Path, byte[]>> on(InputStream input) {
        return new HandedOverFiles(input);
    }

    /** Reads the input the first time. A file without content is one that does not exist. */
    @Override
    public synchronized Map<Path, byte[]> get() {
        if (files == null) {
            files = read();
        }
        return files;
    }

    private Map<Path, byte[]> read() {
        Map<Path, byte[]> read = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(input, StandardCharsets.US_ASCII))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int space = line.indexOf(' ');
                if (space > 0) {
                    String path = new String(HEX.parseHex(line.substring(0, space)), StandardCharsets.UTF_8);
                    read.put(Path.of(path), HEX.parseHex(line.substring(space + 1)));
                }
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
