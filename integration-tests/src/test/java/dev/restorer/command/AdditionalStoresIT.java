package dev.restorer.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A directory of additional SHA stores with a jar that no JVM can load. */
class AdditionalStoresIT {

    @TempDir
    Path directory;

    private Path stores = Path.of("");

    @BeforeEach
    void writeDamagedJar() throws IOException {
        stores = Files.createDirectory(directory.resolve("stores"));
        Files.writeString(stores.resolve("damaged.jar"), "no jar");
    }

    @Test
    void aJarThatCannotBeLoadedIsAnErrorInOneLine() {
        Finished run = run("stores");
        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: The SHA stores in " + stores + " cannot be loaded: ")
                .contains("damaged.jar")
                .endsWith(
                        "Let that directory hold the jars of SHA stores and of what they need, each once, and nothing else.");
    }

    @Test
    void aRestoreIsNotBegun() {
        Finished run = run("restore", "--layers", directory.resolve("layers").toString());
        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().contains("damaged.jar");
        assertThat(directory.resolve("layers")).doesNotExist();
    }

    @Test
    void whatNeedsNoStoreRuns() {
        assertThat(run("--help").exitCode()).isZero();
        assertThat(run("--version").exitCode()).isZero();
    }

    private Finished run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("env", "RESTORER_STORES=" + stores, Checkout.command()));
        command.addAll(List.of(arguments));
        return Processes.run(command);
    }
}
