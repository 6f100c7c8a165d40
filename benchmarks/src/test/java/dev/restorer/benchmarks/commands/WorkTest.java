package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.data.CacheVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class WorkTest {

    @ParameterizedTest
    @CsvSource({
        "LARGE, 4, 12004, 450",
        "MIXED, 12, 5011, 55",
        "TINY, 20, 60, 0",
        "ONE_FILE, 1, 1, 2000",
        "GZIP, 1, 1500, 150",
        "ZSTD, 1, 1500, 150",
        "MANY, 1, 40000, 41",
        "VERY_MANY, 1, 400000, 410",
        "WARM, 4, 12004, 450",
        "AT_ONCE, 200, 600, 0",
        "AT_ONCE_METADATA, 200, 600, 0"
    })
    void aWorkHasTheSizeOfItsTitle(Work work, int layers, long files, long megabytes) {
        CacheVolume volume = work.volume(false);
        assertThat(volume.layers()).hasSize(layers);
        assertThat(volume.files()).isEqualTo(files);
        assertThat(Math.round(volume.bytes() / 1e6)).isEqualTo(megabytes);
    }

    @ParameterizedTest
    @EnumSource
    void aSmallFormHasAtMostFewMegabytesAndAllLayers(Work work) {
        assertThat(work.volume(true).bytes()).isLessThan(5_000_000);
        assertThat(work.volume(true).layers()).hasSameSizeAs(work.volume(false).layers());
    }

    @Test
    void theStartHasAnotherGoalOnNewerJvms() {
        assertThat(Work.TINY.goal(17)).isEqualTo(3.6);
        assertThat(Work.TINY.goal(25)).isEqualTo(3.0);
    }
}
