package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.github.luben.zstd.Zstd;
import dev.restorer.core.contents.compression.Gzip;
import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.fixtures.Tar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtractionTest {

    private static final byte[] SOME = new Tar().file("/layers/bp/x/a", "one").bytes();

    @TempDir
    Path directory;

    private Unpacking unpacking;

    @BeforeEach
    void createUnpacking() {
        unpacking = new Unpacking(directory);
    }

    @Test
    void directoriesFilesAndLinksAreUnpacked() {
        Tar tar = new Tar()
                .directory("/layers/", 0755)
                .directory("/layers/bp/", 0755)
                .directory("/layers/bp/x/", 0755)
                .directory("/layers/bp/x/d/", 0750)
                .file("/layers/bp/x/d/a", 0640, "one")
                .symbolicLink("/layers/bp/x/l", "d/a")
                .hardLink("/layers/bp/x/h", "/layers/bp/x/d/a");
        assertThat(unpacking.tree(tar))
                .containsExactly(
                        entry("d", "directory 750"),
                        entry("d/a", "file 640 one"),
                        entry("h", "file 640 one"),
                        entry("l", "link d/a"));
    }

    @Test
    void aLayerFromAnotherLayersDirectoryIsUnpacked() {
        assertThat(unpacking.tree(new Tar().file("workspace/of/it/bp/x/a", "one")))
                .containsExactly(entry("a", "file 644 one"));
    }

    @Test
    void bytesAndEntriesAreCounted() {
        ExtractedContents extracted = unpacking.extracted(new Tar()
                .directory("/layers/bp/x/", 0755)
                .file("/layers/bp/x/a", "123")
                .file("/layers/bp/x/b", "4567")
                .symbolicLink("/layers/bp/x/l", "a")
                .bytes());
        assertThat(extracted.bytes()).isEqualTo(7);
        assertThat(extracted.entries()).isEqualTo(4);
    }

    @Test
    void anEmptyTarCreatesAnEmptyDirectory() {
        assertThat(unpacking.tree(new Tar())).isEmpty();
    }

    @Test
    void aFileWhoseNameEndsInASlashIsADirectory() {
        assertThat(unpacking.tree(new Tar()
                        .entry('\0', "/layers/bp/x/d/", "", 0750, "")
                        .entry('\0', "/layers/bp/x/d/a", "", 0640, "one")))
                .containsExactly(entry("d", "directory 750"), entry("d/a", "file 640 one"));
    }

    @Test
    void theDiffIdIsTheDigestOfTheUncompressedBytes() throws IOException {
        for (byte[] compressed : new byte[][] {Gzip.of(SOME), Zstd.compress(SOME)}) {
            MemoryCache cache = new MemoryCache();
            cache.put(MemoryCache.diffId(SOME), compressed);
            ExtractedContents extracted = unpacking.extracted(cache, MemoryCache.diffId(SOME));
            assertThat(Unpacking.tree(extracted.directory().path())).containsExactly(entry("a", "file 644 one"));
        }
    }

    @Test
    void theDigestOfTheCompressedBytesIsNotTheDiffId() throws IOException {
        assertThat(unpacking.rejected(Gzip.of(SOME))).contains("another digest");
    }

    @Test
    void bytesAfterTheEndOfTheTarBelongToTheDigest() {
        byte[] followed =
                new Tar().raw(SOME).raw(new byte[20_000]).raw(new byte[] {1}).bytes();
        assertThat(unpacking.tree(followed)).hasSize(1);
        MemoryCache cache = new MemoryCache();
        cache.put(MemoryCache.diffId(SOME), followed);
        assertThat(unpacking.rejected(cache, MemoryCache.diffId(SOME))).contains("another digest");
    }

    @Test
    void theStreamOfTheCacheIsAlwaysClosed() throws RejectedException {
        for (byte[] tar : new byte[][] {SOME, {1, 2, 3}}) {
            ClosingStream stream = new ClosingStream(tar);
            MemoryCache cache = new MemoryCache();
            cache.put(MemoryCache.diffId(SOME), () -> Unpacking.contents(stream));
            try {
                unpacking.extract(cache, MemoryCache.diffId(SOME), (bytes, size) -> {});
            } catch (RejectedException e) {
                assertThat(tar).hasSize(3);
            }
            assertThat(stream.closed).isTrue();
        }
    }

    @Test
    void contentsAreRestoredEvenIfClosingTheStreamFails() {
        MemoryCache cache = new MemoryCache();
        cache.put(
                MemoryCache.diffId(SOME),
                () -> Unpacking.contents(new ByteArrayInputStream(SOME) {
                    @Override
                    public void close() throws IOException {
                        throw new IOException("the line is broken");
                    }
                }));
        ExtractedContents extracted = unpacking.extracted(cache, MemoryCache.diffId(SOME));
        assertThat(Unpacking.tree(extracted.directory().path())).hasSize(1);
    }

    @Test
    void contentsAreUnpackedIntoAHiddenDirectory() throws IOException {
        ExtractedContents extracted = unpacking.extracted(SOME);
        assertThat(extracted.directory().name()).startsWith(".restorer-");
        try (var files = Files.list(directory.resolve("bp"))) {
            assertThat(files).containsExactly(extracted.directory().path());
        }
    }

    private static final class ClosingStream extends ByteArrayInputStream {
        private boolean closed;

        private ClosingStream(byte[] bytes) {
            super(bytes);
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
