package dev.restorer.surroundings;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM has too little memory for metadata that the limits allow: that is an error that tells whose it is. */
@Tag("long")
class SmallMemoryIT {

    private static final int LONG = 18 << 20;

    @TempDir
    Path directory;

    private Finished restore(String option, String metadata) throws IOException {
        Path group = directory.resolve("group.toml");
        Files.writeString(group, "[[group]]\nid = \"bp\"\nversion = \"1\"\napi = \"0.10\"\n");
        Path label = directory.resolve("label.json");
        String layer = "{\"sha\":\"sha256:" + "0".repeat(64) + "\",\"launch\":true,\"data\":" + metadata + "}";
        Files.write(label, ("{\"buildpacks\":[{\"key\":\"bp\",\"layers\":{\"x\":" + layer + "}}]}").getBytes(UTF_8));
        return Processes.run(List.of(
                "env",
                "RESTORER_JAVA_OPTS=" + option,
                Checkout.command(),
                "restore",
                "--layers=" + directory.resolve("layers"),
                "--group=" + group,
                "--app-metadata=" + label));
    }

    @Test
    void withoutRoomForAnAnalyzedTomlNoBaseImageIsRecordedAndTheRestoreGoesOn() throws IOException {
        Path group = directory.resolve("group.toml");
        Files.writeString(group, "[[group]]\nid = \"bp\"\nversion = \"1\"\napi = \"0.10\"\n");
        Path analyzed = directory.resolve("analyzed.toml");
        try (RandomAccessFile sparse = new RandomAccessFile(analyzed.toFile(), "rw")) {
            sparse.setLength(LONG * 8L);
        }
        Finished run = Processes.run(List.of(
                "env",
                "RESTORER_JAVA_OPTS=-Xmx64m",
                Checkout.command(),
                "restore",
                "--layers=" + directory.resolve("layers"),
                "--group=" + group,
                "--analyzed=" + analyzed,
                "--build-image=r.example/build"));
        assertThat(run.exitCode()).as("%s", run).isZero();
        assertThat(run.err())
                .filteredOn(
                        line -> line.contains(analyzed + " cannot be read: it is larger than the memory of the JVM"))
                .hasSize(2)
                .anyMatch(line -> line.startsWith("Warning: Base images are not recorded: "));
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64, 80, 100, 128, 160})
    void aLongStringIsWrittenOrAnErrorThatTellsWhoseItIs(int megabytes) throws IOException {
        Finished run = restore("-Xmx" + megabytes + "m", "{\"k\":\"" + "x".repeat(LONG) + "\"}");
        if (run.exitCode() != 0) {
            assertThat(run.exitCode()).as("%s", run).isEqualTo(42);
            assertThat(run.err())
                    .filteredOn(line -> line.startsWith("ERROR: "))
                    .singleElement()
                    .asString()
                    .contains("is larger than the memory of the JVM")
                    .containsAnyOf("bp:x", "label.json");
        }
    }
}
