package dev.restorer.benchmarks.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.BenchmarkListEntry;
import org.openjdk.jmh.runner.format.OutputFormat;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The ratios with which docs/performance.md and CI compare a run. A figure that has none there fails the check. */
class ComparedRatiosTest {

    private static final OutputFormat SILENT = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);

    @ParameterizedTest
    @EnumSource
    void theyHaveOneForEachFigureOfASetThatHasAFloor(Form form) throws Exception {
        List<Figure> figures = new ArrayList<>();
        for (Options run : form.runs()) {
            for (BenchmarkListEntry benchmark :
                    BenchmarkList.defaultList().find(SILENT, run.getIncludes(), List.of())) {
                figures.addAll(figures(benchmark, run));
            }
        }
        Rounds rounds = new Rounds(List.of(figures));
        assertThat(figures).isNotEmpty();
        assertThat(StoredRatios.notStored(rounds, StoredRatios.read(Path.of("ratios.json"))))
                .isEmpty();
    }

    /** Returns a figure for each combination of the parameters of a benchmark. */
    private static List<Figure> figures(BenchmarkListEntry benchmark, Options run) {
        List<Map<String, String>> combinations = List.of(Map.of());
        Map<String, String[]> parameters = benchmark.getParams().orElse(Map.of());
        for (String name : Set.copyOf(parameters.keySet())) {
            List<Map<String, String>> longer = new ArrayList<>();
            for (Map<String, String> each : combinations) {
                for (String value : run.getParameter(name).orElse(List.of(parameters.get(name)))) {
                    Map<String, String> next = new HashMap<>(each);
                    next.put(name, value);
                    longer.add(next);
                }
            }
            combinations = longer;
        }
        String name = benchmark.getUsername();
        return combinations.stream()
                .map(each -> new Figure(name.substring(name.lastIndexOf('.') + 1), each, 1, 1))
                .toList();
    }
}
