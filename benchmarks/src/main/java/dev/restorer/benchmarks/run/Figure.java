package dev.restorer.benchmarks.run;

import java.util.Map;
import java.util.stream.Collectors;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;

/**
 * One figure of a run.
 *
 * @param benchmark the name of the benchmark, such as {@code restore}
 * @param parameters its parameters
 * @param microseconds the average time, in microseconds
 * @param error half of the 99.9 % confidence interval, in microseconds; NaN if there were too few measurements
 */
record Figure(String benchmark, Map<String, String> parameters, double microseconds, double error) {

    static Figure of(RunResult result) {
        BenchmarkParams params = result.getParams();
        String name = params.getBenchmark();
        return new Figure(
                name.substring(name.lastIndexOf('.') + 1),
                params.getParamsKeys().stream().collect(Collectors.toMap(key -> key, params::getParam)),
                result.getPrimaryResult().getScore(),
                result.getPrimaryResult().getScoreError());
    }

    /** Names the figure, the same in every run. */
    String key() {
        return benchmark
                + parameters.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> " " + entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining());
    }

    boolean has(String parameter, String value) {
        return value.equals(parameters.get(parameter));
    }
}
