package dev.restorer.benchmarks.commands;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Writes the results of a run as JSON. */
final class ResultFile {

    private ResultFile() {}

    static void write(Path file, String machine, int pairs, boolean small, int javaVersion, List<Result> results)
            throws IOException {
        Map<String, Object> run = new LinkedHashMap<>();
        run.put("machine", machine);
        run.put("pairs", pairs);
        run.put("small", small);
        run.put(
                "works",
                results.stream().map(result -> result.json(javaVersion)).toList());
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(run) + "\n");
    }
}
