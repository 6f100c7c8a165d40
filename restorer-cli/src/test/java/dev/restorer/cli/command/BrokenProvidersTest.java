package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ShaStores;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BrokenProvidersTest {

    @TempDir
    Path directory;

    private final Run run = new Run();

    @BeforeEach
    void plantAProviderThatIsNotThere() throws IOException {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve("dev.restorer.spi.ShaStoreProvider"), "example.NotThere\n");
        URL[] urls = {directory.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
            ShaStores stores = loadWith(loader);
            run.stores = () -> stores;
        }
    }

    private static ShaStores loadWith(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return ShaStores.load();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void theListOfStoresHasAWarningForABrokenOne() {
        assertThat(run.with("stores")).isZero();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("Warning: A SHA store cannot be loaded: ")
                .contains("example.NotThere");
    }

    @Test
    void aRestoreWithAnotherStoreWarnsOfABrokenOne() {
        run.with("restore", "--sha-store", "memory:");
        assertThat(run.err())
                .filteredOn(line -> line.contains("example.NotThere"))
                .singleElement()
                .asString()
                .startsWith("Warning: A SHA store cannot be loaded: ");
    }

    @Test
    void aRestoreThatMayNeedTheBrokenOneReportsItOnce() {
        run.with("restore", "--sha-store", "other:");
        assertThat(run.err())
                .filteredOn(line -> line.contains("example.NotThere"))
                .singleElement()
                .asString()
                .startsWith("ERROR: No SHA store opens \"other:\"")
                .endsWith("class path.");
    }
}
