package dev.restorer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ProviderException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoundProvidersTest {

    /** A provider that lacks a class of a library. */
    public static final class Incomplete implements ShaStoreProvider {
        private static final String ID = library();

        private static String library() {
            throw new NoClassDefFoundError("org/example/Library");
        }

        @Override
        public String id() {
            return ID;
        }

        @Override
        public ShaStore open(ShaStoreConfiguration configuration) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void theClassThatAProviderLacksIsNamedEachTimeThatItIsLoaded(@TempDir Path directory) throws Exception {
        Path services = Files.createDirectories(directory.resolve("META-INF/services"));
        Files.writeString(services.resolve(ShaStoreProvider.class.getName()), Incomplete.class.getName());
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before)) {
            thread.setContextClassLoader(loader);
            for (int i = 0; i < 2; i++) {
                assertThat(ShaStores.load().broken())
                        .singleElement()
                        .extracting(ProviderException::getMessage)
                        .asString()
                        .startsWith("A SHA store cannot be loaded: ")
                        .contains(Incomplete.class.getName(), ": the class org.example.Library is missing. ");
            }
        } finally {
            thread.setContextClassLoader(before);
        }
    }
}
