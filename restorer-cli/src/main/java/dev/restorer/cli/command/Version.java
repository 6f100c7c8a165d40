package dev.restorer.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Reads the version from a resource, only when it is requested. */
final class Version {

    private Version() {}

    static String text() {
        try (InputStream text = Version.class.getResourceAsStream("version.txt")) {
            return text == null ? "restorer" : new String(text.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
