package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.benchmarks.data.Compression;
import dev.restorer.benchmarks.data.LayerFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloorTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({"DIGEST_AND_TAR, NONE", "TAR, NONE", "GZIP, GZIP", "ZSTD, ZSTD"})
    void aFloorUnpacksTheTars(Floor floor, Compression compression) throws Exception {
        assumeThat(floor.missing()).isEmpty();
        run(floor, compression);
        assertThat(directory.resolve("unpacked/layers/example_node/layer-0/directory-0/file-2"))
                .hasSize(1_000);
    }

    @ParameterizedTest
    @CsvSource({"DIGEST, '= [0-9a-f]{64}'", "READ, '[0-9]+ bytes'"})
    void aFloorReadsTheTar(Floor floor, String output) throws Exception {
        assumeThat(floor.missing()).isEmpty();
        run(floor, Compression.NONE);
        assertThat(Files.readString(directory.resolve("log"))).containsPattern(output);
        assertThat(directory.resolve("unpacked")).isEmptyDirectory();
    }

    private void run(Floor floor, Compression compression) throws Exception {
        Path volume = directory.resolve("volume");
        new CacheVolume(List.of(new LayerFiles(3, 1_000)), compression).write(volume);
        Path unpacked = Files.createDirectory(directory.resolve("unpacked"));
        Path javaHome = Path.of(System.getProperty("java.home"));
        TimedProcess.run(floor.command(volume, unpacked, javaHome), Map.of(), directory.resolve("log"));
    }
}
