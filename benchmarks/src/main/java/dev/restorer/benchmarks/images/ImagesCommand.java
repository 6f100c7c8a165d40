package dev.restorer.benchmarks.images;

import dev.restorer.benchmarks.arguments.Arguments;
import dev.restorer.benchmarks.data.ContentsSet;
import dev.restorer.benchmarks.data.Series;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.fixtures.DockerRegistry;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Restores cache images from a registry on this machine, in turn with skopeo, gzip and tar. */
@Command(
        name = "images",
        mixinStandardHelpOptions = true,
        description = {
            "Restores a cache image of 450 MB in 20 layers, in turn with skopeo copy, gzip and tar, two layers at a time.",
            "Then with a distance of 100 ms, metadata alone, and an image of 2 GB with -Xmx64m."
        })
public final class ImagesCommand implements Callable<Integer> {

    private static final int LAYERS = 20;
    private static final int FILES = 600;
    private static final int FILE_BYTES = 37_500;
    private static final int LARGE_FILE_BYTES = 100_000_000;
    private static final long DISTANCE_MILLIS = 100;
    private static final double MAX_RATIO = 0.8;
    private static final int SMALL = 100;
    private static final int WORSE = 1;

    private final PrintStream out;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    CommandSpec spec;

    @Option(names = "--pairs", defaultValue = "10", description = "how often each is run (${DEFAULT-VALUE})")
    int pairs;

    @Option(names = "--check", description = "fail if the restore takes more than 0.8 times as long")
    boolean check;

    @Option(
            names = "--small",
            description = "use a hundredth of the files, of a hundredth of their size, to see whether it works")
    boolean small;

    /**
     * Creates the command.
     *
     * @param out where results are printed
     */
    public ImagesCommand(PrintStream out) {
        this.out = out;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Arguments.requirePositive(spec, "--pairs", pairs);
        try (WorkDirectory work = WorkDirectory.make()) {
            Path images = Files.createDirectories(work.next());
            try (DockerRegistry registry = DockerRegistry.start(images)) {
                Pulls pulls = new Pulls(work);
                push(work, registry, contents(FILES, FILE_BYTES));
                double ratio = compare(pulls, registry);
                distant(pulls, registry);
                metadata(pulls, registry);
                push(work, registry, contents(1, LARGE_FILE_BYTES));
                show("2 GB with -Xmx64m", pulls.restore(registry.reference(CacheImage.TAG), "-Xmx64m"));
                return check && ratio > MAX_RATIO ? WORSE : 0;
            }
        }
    }

    private ContentsSet contents(int files, int fileBytes) {
        return small
                ? new ContentsSet(LAYERS, Math.max(1, files / SMALL), fileBytes / SMALL, true)
                : new ContentsSet(LAYERS, files, fileBytes, true);
    }

    private static void push(WorkDirectory work, DockerRegistry registry, ContentsSet contents)
            throws IOException, InterruptedException {
        Path layout = work.next();
        CacheImage.write(contents, layout);
        registry.push(layout, CacheImage.TAG);
        WorkDirectory.remove(layout);
    }

    private double compare(Pulls pulls, DockerRegistry registry) throws IOException, InterruptedException {
        String reference = registry.reference(CacheImage.TAG);
        pulls.restore(reference, "");
        Series restores = new Series();
        Series copies = new Series();
        Series ratios = new Series();
        for (int i = 0; i < pairs; i++) {
            double copy = pulls.copyAndUnpack(reference);
            double restore = pulls.restore(reference, "");
            restores.add(restore);
            copies.add(copy);
            ratios.add(restore / copy);
        }
        out.println("450 MB in 20 layers, seconds: restore " + restores + "; skopeo, gzip and tar " + copies);
        out.println("restore to skopeo, gzip and tar: " + ratios + ", " + pairs + " pairs");
        return ratios.median();
    }

    private void distant(Pulls pulls, DockerRegistry registry) throws IOException, InterruptedException {
        try (DelayingProxy near = DelayingProxy.start(registry.port(), 0);
                DelayingProxy distant = DelayingProxy.start(registry.port(), DISTANCE_MILLIS)) {
            Series nearby = new Series();
            Series distantly = new Series();
            for (int i = 0; i < pairs; i++) {
                nearby.add(pulls.restore(through(near, registry), ""));
                distantly.add(pulls.restore(through(distant, registry), ""));
            }
            out.println("through a proxy, seconds: " + nearby + "; with round trips of 100 ms: " + distantly);
        }
    }

    private void metadata(Pulls pulls, DockerRegistry registry) throws IOException, InterruptedException {
        try (DelayingProxy proxy = DelayingProxy.start(registry.port(), 0)) {
            show("metadata alone", pulls.restore(through(proxy, registry), "", "--metadata-only"));
            out.println("metadata alone, bytes from the registry: " + proxy.takeReceived());
        }
    }

    private static String through(DelayingProxy proxy, DockerRegistry registry) {
        return registry.reference(CacheImage.TAG).replace(":" + registry.port() + "/", ":" + proxy.port() + "/");
    }

    private void show(String what, double seconds) {
        out.println(String.format(Locale.ROOT, "%s, seconds: %.2f", what, seconds));
    }
}
