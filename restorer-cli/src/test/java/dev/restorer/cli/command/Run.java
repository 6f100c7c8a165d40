package dev.restorer.cli.command;

import dev.restorer.ReportFormat;
import dev.restorer.ShaStores;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.Owner;
import dev.restorer.api.RecordedBaseImages;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.Launch;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.Shutdown;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.testing.RecordingLayerRestorer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;

/** Runs the command with fakes. */
final class Run {

    final Map<String, String> variables = new HashMap<>();
    final FakeReader reader = new FakeReader();
    final FakeStore store = new FakeStore();
    final RecordingLayerRestorer restorer = new RecordingLayerRestorer();
    final FakeContentsRestorer contents = new FakeContentsRestorer(restorer);
    final Shutdown shutdown = new Shutdown();
    boolean terminal = true;
    boolean colors;
    Optional<Owner> owner = Optional.of(new Owner(0, 0));
    Launch launch = new Launch(true, null, Set.of(), Map::of, null);
    long nanoTime;
    final List<BaseImageRequest> baseImageRequests = new ArrayList<>();
    BiConsumer<BaseImageRequest, ImageSource> baseImages = (request, images) -> {};
    final FakeImages registry = new FakeImages();
    Function<ImageSourceConfiguration, ImageSource> images = registry::open;
    Supplier<ShaStores> stores = () -> ShaStores.of(store);

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    int with(String... args) {
        Console console = new Console(stream(out), stream(err));
        Console.use(console);
        if (!colors) {
            variables.put("NO_COLOR", "1");
        }
        ProcessContext surroundings =
                new ProcessContext(variables, descriptor -> terminal, () -> nanoTime, shutdown, () -> owner, launch);
        Services services = new Services(
                () -> reader, () -> contents, () -> stores.get(), () -> this::record, ReportFormat::load, images);
        int exitCode = new Application(console, surroundings, services).run(args);
        console.flush();
        return exitCode;
    }

    private RecordedBaseImages record(BaseImageRequest request, ImageSource source) {
        baseImageRequests.add(request);
        baseImages.accept(request, source);
        return RecordedBaseImages.none();
    }

    List<String> out() {
        return lines(out);
    }

    List<String> err() {
        return lines(err);
    }

    /** All of standard output, with control characters. */
    String rawOut() {
        return out.toString(StandardCharsets.UTF_8);
    }

    /** All of standard error, with control characters. */
    String rawErr() {
        return err.toString(StandardCharsets.UTF_8);
    }

    /** Standard error without the log of the fake reader. */
    List<String> errors() {
        return err().stream()
                .filter(line -> line.startsWith("ERROR: ") && !line.equals("ERROR: an error line"))
                .toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, false, StandardCharsets.UTF_8);
    }

    private static List<String> lines(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
