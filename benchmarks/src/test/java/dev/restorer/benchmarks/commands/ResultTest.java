package dev.restorer.benchmarks.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.benchmarks.data.Series;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ResultTest {

    private static Result result(Work work, double floorSeconds, double seconds) throws Exception {
        return result(work, floorSeconds, seconds, List.of());
    }

    private static Result result(Work work, double floorSeconds, double seconds, List<Latency> latencies)
            throws Exception {
        Pairs.Outcome outcome = Pairs.run(1, () -> new Sample(floorSeconds, 0.25), () -> new Sample(seconds, 0.5));
        return new Result(work, 7, 4, outcome, latencies);
    }

    @Test
    void aRatioAboveTheGoalMissesIt() throws Exception {
        assertThat(result(Work.LARGE, 1, 1.6).misses(17)).isTrue();
        assertThat(result(Work.LARGE, 1, 1.5).misses(17)).isFalse();
    }

    @Test
    void theGoalIsThatOfTheVersionOfJava() throws Exception {
        Result start = result(Work.TINY, 1, 3.3);
        assertThat(start.misses(17)).isFalse();
        assertThat(start.misses(25)).isTrue();
    }

    @Test
    void theTimeIsDividedByTheFiles() throws Exception {
        assertThat(result(Work.MANY, 1, 2).microsecondsAFile()).isEqualTo(500_000);
    }

    @Test
    void aRowOfTheTableHasFloorRestoreRatioAndGoal() throws Exception {
        assertThat(MarkdownTable.of(List.of(result(Work.ONE_FILE, 2, 3)), 17).lines())
                .last()
                .asString()
                .isEqualTo("| one layer of one file of 2 GB, against openssl dgst -sha256, or tar x, or dd to /dev/null"
                        + " | 2.00 (2.00 to 2.00) | 3.00 (3.00 to 3.00) (0.50) | 1.50 (1.50 to 1.50) | 1.2 |");
    }

    @Test
    void theLatenciesOfAllWorksAreAListBehindTheTable() throws Exception {
        assertThat(MarkdownTable.of(List.of(atOnce(), result(Work.LARGE, 1, 1)), 17)
                        .lines())
                .endsWith(
                        "",
                        "- at-once, 4 at once: a restore takes 50.5 ms (median), 99.0 ms (99 of 100), 100.0 ms at most;"
                                + " 100 restores");
    }

    @Test
    void theFileHasTheLatenciesAsNumbers() throws Exception {
        assertThat(atOnce().json(17))
                .containsEntry(
                        "milliseconds",
                        List.of(Map.of(
                                "atOnce",
                                4,
                                "restores",
                                100,
                                "median",
                                50.5,
                                "percentile99",
                                99.0,
                                "greatest",
                                100.0)));
    }

    private static Result atOnce() throws Exception {
        Series milliseconds = new Series();
        IntStream.rangeClosed(1, 100).forEach(milliseconds::add);
        return result(Work.AT_ONCE, 1, 1, List.of(new Latency(4, milliseconds)));
    }

    @Test
    void theTextNamesTheFloorAndTellsWhetherTheGoalIsMissed() throws Exception {
        assertThat(result(Work.LARGE, 1, 1.6).text(17))
                .contains(", against openssl dgst -sha256 and tar x")
                .contains("goal at most 1.5: missed");
        assertThat(result(Work.LARGE, 1, 1.4).text(17)).contains("goal at most 1.5: reached");
    }

    @Test
    void theFileHasTheRatioWithItsSpread() throws Exception {
        assertThat(result(Work.LARGE, 2, 3).json(17))
                .containsEntry("work", "large")
                .containsEntry("goal", 1.5)
                .containsEntry("ratio", Map.of("median", 1.5, "least", 1.5, "greatest", 1.5));
    }
}
