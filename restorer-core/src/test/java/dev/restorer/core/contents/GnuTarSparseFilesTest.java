package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Missing;
import dev.restorer.fixtures.Programs;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sparse files in tars of the GNU tar of this machine are restored with the bytes of the files that it read. */
class GnuTarSparseFilesTest {

    private static final int MAX_SECONDS = 60;

    private static final int MAX_BLOCKS = 2000;

    @TempDir
    Path directory;

    private Path layer;

    @BeforeEach
    void createFiles() throws IOException {
        if (!Programs.run(MAX_SECONDS, List.of("tar", "--version")).output().contains("GNU tar")) {
            throw Missing.here("The tar of the PATH is not GNU tar", "Install it");
        }
        layer = Files.createDirectories(directory.resolve("from/layers/bp/x"));
        Random random = new Random(7);
        for (int i = 0; i < 8; i++) {
            file("random-" + i, random.nextInt(MAX_BLOCKS * 512), random);
        }
        file("empty", 0, random);
        hole("hole", 1_000_000);
        hole("n".repeat(200), 1_000_000);
        Files.createLink(layer.resolve("z"), layer.resolve("random-0"));
    }

    /** Creates a file of blocks with bytes and blocks of zeros, up to a thousand of each. */
    private void file(String name, int size, Random random) throws IOException {
        hole(name, size);
        try (RandomAccessFile file = new RandomAccessFile(layer.resolve(name).toFile(), "rw")) {
            byte[] block = new byte[512];
            for (int at = random.nextInt(2) * 512; at + block.length <= size; at += 512 * (1 + random.nextInt(3))) {
                random.nextBytes(block);
                file.seek(at);
                file.write(block);
            }
        }
    }

    private void hole(String name, int size) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(layer.resolve(name).toFile(), "rw")) {
            file.setLength(size);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--format=gnu",
                "--format=oldgnu",
                "--format=posix --sparse-version=0.0",
                "--format=posix --sparse-version=0.1",
                "--format=posix --sparse-version=1.0",
            })
    void theirBytesAreRestored(String format) throws IOException {
        Path tar = directory.resolve("x.tar");
        List<String> command = new ArrayList<>(List.of("tar", "--sparse", "--hole-detection=raw", "--sort=name"));
        command.addAll(List.of(format.split(" ", -1)));
        command.addAll(
                List.of("-cf", tar.toString(), "-C", directory.resolve("from").toString(), "layers"));
        Programs.Outcome outcome = Programs.run(MAX_SECONDS, command);
        assertThat(outcome.works()).as(outcome.output()).isTrue();
        assertThat(new Unpacking(directory).tree(Files.readAllBytes(tar))).isEqualTo(Unpacking.tree(layer));
    }
}
