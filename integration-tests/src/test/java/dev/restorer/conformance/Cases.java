package dev.restorer.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The cases of the test resources, in the order of their names. */
final class Cases {

    private Cases() {}

    static List<Case> all() {
        return in("/conformance");
    }

    /** The cases that were recorded with contents. */
    static List<Case> withContents() {
        return in("/conformance-contents");
    }

    private static List<Case> in(String resource) {
        try (Stream<Path> directories = Files.list(directory(resource))) {
            return directories.sorted().map(Case::in).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Case> thatRestore() {
        return all().stream().filter(c -> !c.fails()).toList();
    }

    static List<Case> thatFail() {
        return all().stream().filter(Case::fails).toList();
    }

    private static Path directory(String resource) {
        try {
            return Path.of(
                    Objects.requireNonNull(Cases.class.getResource(resource)).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
