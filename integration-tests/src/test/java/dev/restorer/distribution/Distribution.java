package dev.restorer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.Missing;
import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What the profile release has built. */
final class Distribution {

    private static final Path BUILT = Checkout.root().resolve("restorer-dist/target");

    private Distribution() {}

    /** Returns an archive by the end of its name. Without one, the test is skipped, or fails in CI. */
    static Path archive(String end) {
        return built("restorer-[0-9.]+(-SNAPSHOT)?" + end);
    }

    /** Returns the OCI layout. */
    static Path ociLayout() {
        return built("oci");
    }

    /** Unpacks an archive into a directory, and returns the one that it contains. */
    static Path unpack(Path archive, Path into) {
        Finished unpacked = Processes.run(
                archive.toString().endsWith(".zip")
                        ? List.of("unzip", "-q", archive.toString(), "-d", into.toString())
                        : List.of("tar", "-xzf", archive.toString(), "-C", into.toString()));
        assertThat(unpacked.exitCode()).as("%s", unpacked.err()).isZero();
        return onlyIn(into, ".*");
    }

    private static Path built(String name) {
        if (!Files.isDirectory(BUILT.resolve("oci"))) {
            throw Missing.here("No distribution has been built", "Build with -Prelease");
        }
        return onlyIn(BUILT, name);
    }

    private static Path onlyIn(Path directory, String name) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().matches(name))
                    .toList();
            assertThat(found).hasSize(1);
            return found.get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
