package example.embedder;

import dev.restorer.LayerRestorer;
import dev.restorer.MetadataReader;
import dev.restorer.ShaStores;
import dev.restorer.api.Buildpack;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.RestoreRequest;
import dev.restorer.api.RestorerException;
import dev.restorer.spi.ShaStore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** An embedder: restores one layer into the directory of its argument, and prints what came of it. */
public final class Main {

    private static final String LABEL = "{\"buildpacks\": [{\"key\": \"example/node\", \"layers\":"
            + " {\"modules\": {\"sha\": \"sha256:abc\", \"launch\": true, \"data\": {\"count\": 3}}}}]}";

    public static void main(String[] args) {
        try {
            restore(Path.of(args[0]));
        } catch (RestorerException e) {
            System.out.println(e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static void restore(Path layers) {
        ShaStores stores = ShaStores.load();
        stores.broken().forEach(broken -> System.out.println("broken: " + broken.getMessage()));
        try (ShaStore store = stores.openStore("memory:", layers)) {
            RestoreReport report = LayerRestorer.load().restoreMetadata(request(layers), store);
            report.layers().map(Main::line).forEach(System.out::println);
            System.out.println("stored " + store.get("example/node", "modules").orElse("nothing"));
        }
    }

    private static RestoreRequest request(Path layers) {
        return RestoreRequest.in(layers)
                .group(List.of(new Buildpack("example/node", "1.0.0", "0.10")))
                .appMetadata(MetadataReader.load().parseLabel(LABEL.getBytes(StandardCharsets.UTF_8)))
                .build();
    }

    private static String line(LayerOutcome outcome) {
        return outcome.decision().id() + " " + outcome.decision().reason() + " " + outcome.written();
    }
}
