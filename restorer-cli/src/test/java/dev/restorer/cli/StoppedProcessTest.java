package dev.restorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command in its own process, which receives SIGTERM while it restores a large layer. */
class StoppedProcessTest {

    private static final String DIFF_ID = "sha256:" + "0".repeat(64);
    private static final int TERMINATED = 128 + 15;

    @TempDir
    Path directory;

    private @Nullable Process process;

    @BeforeEach
    void createCacheWithALargeLayer() throws IOException {
        Files.createDirectory(directory.resolve("layers"));
        Files.writeString(
                directory.resolve("layers/group.toml"),
                "[[group]]\nid = \"example/big\"\nversion = \"1\"\napi = \"0.10\"\n");
        Path committed = Files.createDirectories(directory.resolve("cache/committed"));
        Files.writeString(committed.resolve("io.buildpacks.lifecycle.cache.metadata"), """
                {"buildpacks": [{"key": "example/big", "layers": {"big":
                  {"sha": "%s", "build": true, "launch": false, "cache": true}}}]}
                """.formatted(DIFF_ID));
        writeHeaderAndHole(committed.resolve(DIFF_ID + ".tar"), 4L << 30);
    }

    /** A file of zeros, which takes no space if it is sparse. */
    private static void writeHeaderAndHole(Path tar, long size) throws IOException {
        try (FileChannel channel = FileChannel.open(tar, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(header(size)));
            channel.write(ByteBuffer.allocate(1), size);
        }
    }

    private static byte[] header(long size) {
        byte[] header = new byte[512];
        put(header, 0, "/layers/example_big/big/zeros");
        put(header, 100, "0000644\0");
        put(header, 124, "%011o".formatted(size) + " ");
        put(header, 148, "        ");
        put(header, 156, "0");
        int sum = 0;
        for (byte b : header) {
            sum += b;
        }
        put(header, 148, "%06o\0 ".formatted(sum));
        return header;
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    @AfterEach
    void leaveNoProcess() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "restore",
                        "--layers=" + directory.resolve("layers"),
                        "--cache-dir=" + directory.resolve("cache"))
                .redirectOutput(directory.resolve("out").toFile())
                .redirectError(directory.resolve("err").toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CNB_") || name.contains("JAVA_"));
        return builder.start();
    }

    private List<String> layerDirectory() throws IOException {
        Path buildpackDirectory = directory.resolve("layers/example_big");
        if (Files.notExists(buildpackDirectory)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(buildpackDirectory)) {
            return paths.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aTerminatedProcessLeavesNoIncompleteLayerAndReportsWhatItDid() throws Exception {
        Process restore = start();
        process = restore;
        while (restore.isAlive() && layerDirectory().size() < 2) {
            Thread.sleep(5);
        }
        assertThat(layerDirectory())
                .as("metadata, and contents that are hidden")
                .hasSize(2);

        restore.destroy();

        assertThat(restore.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(restore.exitValue()).isEqualTo(TERMINATED);
        assertThat(layerDirectory()).containsExactly("big.toml");
        assertThat(Files.readAllLines(directory.resolve("out")))
                .contains("Restoring data for \"example/big:big\" from cache");
        assertThat(Files.readAllLines(directory.resolve("err")))
                .filteredOn(line -> line.startsWith("ERROR: "))
                .singleElement()
                .asString()
                .contains(directory.resolve("layers") + " was cancelled. Run it again");
    }
}
