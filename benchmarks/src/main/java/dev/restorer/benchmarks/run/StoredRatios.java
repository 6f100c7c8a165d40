package dev.restorer.benchmarks.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ratios of a run in a file, and the comparison of another run with them. */
final class StoredRatios {

    private StoredRatios() {}

    static void write(Path file, List<Figure> figures) throws IOException {
        Floors floors = new Floors(figures);
        Map<String, Double> ratios = new TreeMap<>();
        for (Figure figure : figures) {
            floors.ratio(figure).ifPresent(ratio -> ratios.put(figure.key(), rounded(ratio)));
        }
        Files.writeString(
                file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(ratios) + "\n");
    }

    private static double rounded(double ratio) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.4g", ratio));
    }

    static Map<String, Double> read(Path file) throws IOException {
        return JsonMapper.shared().readValue(Files.readString(file), new TypeReference<TreeMap<String, Double>>() {});
    }

    /** Returns a line for each ratio that is more than a margin above the stored one. */
    static List<String> worse(List<Figure> figures, Map<String, Double> stored, double margin) {
        Floors floors = new Floors(figures);
        List<String> worse = new ArrayList<>();
        for (Figure figure : figures) {
            Double before = stored.get(figure.key());
            double now = floors.ratio(figure).orElse(0.0);
            if (before != null && now > before * (1 + margin)) {
                worse.add(String.format(
                        Locale.ROOT, "%s is %.3f times its floor, and was %.3f", figure.key(), now, before));
            }
        }
        return worse;
    }
}
