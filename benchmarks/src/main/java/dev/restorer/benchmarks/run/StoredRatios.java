package dev.restorer.benchmarks.run;

import dev.restorer.benchmarks.data.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ratios of a run in a file, and the comparison of another run with them. */
final class StoredRatios {

    private StoredRatios() {}

    static void write(Path file, Rounds rounds) throws IOException {
        Map<String, Double> ratios = new TreeMap<>();
        for (Figure figure : rounds.medians()) {
            rounds.ratios(figure).ifPresent(ratio -> ratios.put(figure.key(), rounded(ratio.median())));
        }
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(ratios) + "\n");
    }

    private static double rounded(double ratio) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4g", ratio));
    }

    /** Reads the ratios of an earlier run, of which there has to be at least one. */
    static Map<String, Double> read(Path file) throws IOException {
        String json = Files.readString(file);
        try {
            Map<String, Double> ratios =
                    JsonMapper.shared().readValue(json, new TypeReference<TreeMap<String, Double>>() {});
            if (ratios != null && !ratios.isEmpty() && !ratios.containsValue(null)) {
                return ratios;
            }
        } catch (JacksonException e) {
            throw new IOException(file + " is no ratios.json: " + e.getOriginalMessage(), e);
        }
        throw new IOException(file + " is no ratios.json, since it has no ratios");
    }

    /** Returns a line for each ratio that is more than a margin above the stored one. */
    static List<String> worse(Rounds rounds, Map<String, Double> stored, double margin) {
        List<String> worse = new ArrayList<>();
        for (Figure figure : rounds.medians()) {
            Double before = stored.get(figure.key());
            double now = rounds.ratios(figure).map(Series::median).orElse(0.0);
            if (before != null && now > before * (1 + margin)) {
                worse.add(String.format(
                        Locale.ROOT, "%s is %.3f times its floor, and was %.3f", figure.key(), now, before));
            }
        }
        return worse;
    }

    /** Returns a line for each ratio of which there is none stored, as of a benchmark that has another name now. */
    static List<String> notStored(Rounds rounds, Map<String, Double> stored) {
        return rounds.medians().stream()
                .filter(figure -> rounds.ratios(figure).isPresent() && !stored.containsKey(figure.key()))
                .map(figure -> figure.key() + " has no earlier ratio")
                .toList();
    }
}
