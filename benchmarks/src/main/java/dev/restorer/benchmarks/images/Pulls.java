package dev.restorer.benchmarks.images;

import dev.restorer.benchmarks.data.Programs;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.fixtures.DebianPrograms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The processes that are compared: each gets a cache image and unpacks it into a new directory. */
final class Pulls {

    /** What is not 64 hexadecimal digits is no blob; a blob that begins like gzip is a layer. */
    private static final String UNPACK = "cd \"$1\" && ls | grep -E '^[0-9a-f]{64}$' | xargs -P 2 -I{} sh -c"
            + " 'test $(od -An -tx1 -N1 {}) != 1f || gzip -dc {} | tar -x -P --transform s,^/,, -C \"$0\"' \"$2\"";

    private static final String GROUP = "[[group]]\nid = \"example/node\"\nversion = \"1\"\napi = \"0.10\"\n";
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final WorkDirectory work;
    private final Path group;
    private final Path appMetadata;

    Pulls(WorkDirectory work) throws IOException {
        this.work = work;
        group = Files.writeString(work.next(), GROUP);
        appMetadata = Files.writeString(work.next(), "{}");
    }

    /**
     * Restores with the command.
     *
     * @param reference the cache image
     * @param javaOptions options of its JVM
     * @param flags further flags of the restore
     * @return the seconds that it took
     */
    double restore(String reference, String javaOptions, String... flags) throws IOException, InterruptedException {
        Path layers = work.next();
        List<String> command = new ArrayList<>(List.of(
                "env",
                "RESTORER_JAVA_OPTS=" + javaOptions,
                Programs.command(),
                "restore",
                "--log-level",
                "warn",
                "--layers",
                layers.toString(),
                "--group",
                group.toString(),
                "--app-metadata",
                appMetadata.toString(),
                "--cache-image",
                reference));
        command.addAll(List.of(flags));
        double seconds = seconds(command);
        WorkDirectory.remove(layers);
        return seconds;
    }

    /**
     * Copies the image with skopeo, and unpacks two layers at a time with gzip and tar.
     *
     * @param reference the cache image
     * @return the seconds that it took
     */
    double copyAndUnpack(String reference) throws IOException, InterruptedException {
        Path copy = work.next();
        Path unpacked = Files.createDirectories(work.next());
        List<String> skopeo = new ArrayList<>(DebianPrograms.SKOPEO.command());
        skopeo.addAll(List.of("--insecure-policy", "copy", "--quiet", "--src-tls-verify=false"));
        skopeo.addAll(List.of("docker://" + reference, "dir:" + copy));
        double seconds =
                seconds(skopeo) + seconds(List.of("sh", "-c", UNPACK, "sh", copy.toString(), unpacked.toString()));
        WorkDirectory.remove(copy);
        WorkDirectory.remove(unpacked);
        return seconds;
    }

    private static double seconds(List<String> command) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        Programs.run(command);
        return (System.nanoTime() - begin) / NANOS;
    }
}
