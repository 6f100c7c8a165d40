package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tars of several programs. The README next to them describes how they were created. */
class TarMakersTest {

    private static final Map<String, String> TREE = Map.of(
            "bin", "directory 755",
            "bin/tool", "file 755 tool\n",
            "empty", "file 644 ",
            "link", "link bin/tool",
            "read-only", "file 444 text\n",
            "tool", "file 755 tool\n",
            "ünï-漢", "file 644 unicode\n");

    private static final Map<String, String> TWO_PARTS =
            Map.of("d".repeat(60), "directory 755", "d".repeat(60) + "/" + "e".repeat(60), "file 644 parts\n");

    private static final Map<String, String> LONG =
            Map.of("n".repeat(150), "file 644 long\n", "long-link", "link " + "t".repeat(150));

    @TempDir
    Path directory;

    private Unpacking unpacking;

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    private static byte[] tar(String name) throws IOException {
        String resource = "tars/" + name + ".tar.gz";
        InputStream packed = Objects.requireNonNull(TarMakersTest.class.getResourceAsStream(resource), resource);
        try (InputStream tar = new GZIPInputStream(packed)) {
            return tar.readAllBytes();
        }
    }

    @SafeVarargs
    private static Map<String, String> together(Map<String, String>... trees) {
        Map<String, String> all = new TreeMap<>();
        for (Map<String, String> tree : trees) {
            all.putAll(tree);
        }
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsdtar-v7", "cpio-tar", "gnu-tar-v7"})
    void formatsOfShortNames(String name) throws IOException {
        assertThat(unpacking.tree(tar(name))).isEqualTo(together(TREE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bsdtar-ustar", "cpio-ustar", "gnu-tar-ustar", "pax-ustar", "perl-ustar", "python-ustar"})
    void formatsOfNamesInTwoParts(String name) throws IOException {
        assertThat(unpacking.tree(tar(name))).isEqualTo(together(TREE, TWO_PARTS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bsdtar-default",
                "bsdtar-gnutar",
                "bsdtar-pax",
                "busybox",
                "gnu-tar-base-256",
                "gnu-tar-gnu",
                "gnu-tar-oldgnu",
                "gnu-tar-one-empty-block",
                "gnu-tar-posix",
                "gnu-tar-posix-global",
                "gnu-tar-without-end",
                "go-any",
                "go-gnu",
                "go-pax",
                "python-gnu",
                "python-pax",
            })
    void formatsOfAnyNames(String name) throws IOException {
        assertThat(unpacking.tree(tar(name))).isEqualTo(together(TREE, TWO_PARTS, LONG));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sparse-bsdtar-pax",
                "sparse-gnu",
                "sparse-oldgnu",
                "sparse-pax-0.0",
                "sparse-pax-0.1",
                "sparse-pax-1.0",
            })
    void filesWithHoles(String name) throws IOException {
        assertThat(unpacking.tree(tar(name)))
                .isEqualTo(together(TREE, TWO_PARTS, LONG, holes("\0".repeat(1 << 20) + "end\n")));
    }

    @Test
    void aFileWithManyHoles() throws IOException {
        StringBuilder bytes = new StringBuilder("\0".repeat((20 << 16) + 1));
        bytes.replace(1 << 20, (1 << 20) + 4, "end\n");
        for (int i = 1; i <= 20; i++) {
            bytes.setCharAt(i << 16, 'x');
        }
        assertThat(unpacking.tree(tar("sparse-gnu-many")))
                .isEqualTo(together(TREE, TWO_PARTS, LONG, holes(bytes.toString())));
    }

    private static Map<String, String> holes(String content) {
        return Map.of("holes", "file 644 " + content);
    }

    /** Only directories may be above the layer, and the entries of these kinds are none. */
    @ParameterizedTest
    @CsvSource({"other-incremental, layers/", "other-volume-label, volume"})
    void unsupportedKindsAreRejected(String name, String entry) throws IOException {
        assertThat(unpacking.rejected(tar(name))).isEqualTo("the entry " + entry + " lies outside bp/x");
    }
}
