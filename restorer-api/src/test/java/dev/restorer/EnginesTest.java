package dev.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.Owner;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RestoreReport;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnginesTest {

    @TempDir
    private Path directory;

    private final Thread thread = Thread.currentThread();
    private final ClassLoader before = thread.getContextClassLoader();
    private Path providers = Path.of("");

    /** An engine that does nothing. */
    public static class One implements ReportFormat {
        @Override
        public void write(RestoreReport report, OutputStream to) {}

        @Override
        public void write(RestoreReport report, Path file, @Nullable Owner owner) {}

        @Override
        public RestoreReport read(Path file) {
            throw new UnsupportedOperationException();
        }

        @Override
        public RestoreReport parse(byte[] json) {
            throw new UnsupportedOperationException();
        }
    }

    /** Another one. */
    public static final class Two extends One {}

    /** An engine that does not support this system. */
    public static final class Unsupported extends One {
        public Unsupported() {
            throw new ProviderException("This system is not supported", "Use another one", List.of());
        }
    }

    /** An engine without a class of a library. */
    public static final class Incomplete extends One {
        public Incomplete() {
            NoClassDefFoundError missing = new NoClassDefFoundError("org/example/Library");
            missing.initCause(new ClassNotFoundException("org.example.Library"));
            throw missing;
        }
    }

    /** An engine whose class needs a library when it is initialized. */
    public static final class Uninitialized extends One {
        private static final Object LIBRARY = library();

        private static Object library() {
            throw new NoClassDefFoundError("org/example/Library");
        }

        @Override
        public String toString() {
            return LIBRARY.toString();
        }
    }

    @BeforeEach
    void useProviders() throws Exception {
        providers =
                Files.createDirectories(directory.resolve("META-INF/services")).resolve(ReportFormat.class.getName());
        thread.setContextClassLoader(
                new URLClassLoader(new URL[] {directory.toUri().toURL()}, before));
    }

    @AfterEach
    void restoreContext() {
        thread.setContextClassLoader(before);
    }

    private void provide(Class<?>... engines) throws Exception {
        Files.write(providers, Arrays.stream(engines).map(Class::getName).toList());
    }

    @Test
    void theOnlyEngineIsUsed() throws Exception {
        provide(One.class);
        assertThat(ReportFormat.load()).isExactlyInstanceOf(One.class);
    }

    @Test
    void twoEnginesAreRejectedByName() throws Exception {
        provide(Two.class, One.class);
        assertThatThrownBy(ReportFormat::load)
                .isInstanceOfSatisfying(
                        ProviderException.class,
                        e -> assertThat(e.providers()).containsExactly(One.class.getName(), Two.class.getName()))
                .hasMessageContaining("More than one engine provides dev.restorer.ReportFormat")
                .hasMessageContaining("no other engine");
    }

    @Test
    void anEngineThatIsMissingIsNamed() throws Exception {
        Files.writeString(providers, "org.example.Missing");
        assertThatThrownBy(ReportFormat::load)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("The engine cannot be loaded")
                .hasMessageContaining("org.example.Missing");
    }

    @Test
    void aClassThatAnEngineLacksIsNamedWithItsRemedy() throws Exception {
        provide(Incomplete.class);
        assertThatThrownBy(ReportFormat::load)
                .isInstanceOf(ProviderException.class)
                .hasMessageContaining("The engine cannot be loaded")
                .hasMessageEndingWith(
                        ": the class org.example.Library is missing. Put the dependencies of restorer-core,"
                                + " such as Jackson, on the module path or class path too.");
    }

    @Test
    void aClassThatAnEngineLacksIsNamedEachTimeThatItIsLoaded() throws Exception {
        provide(Uninitialized.class);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(ReportFormat::load)
                    .isInstanceOf(ProviderException.class)
                    .hasMessageContaining("could not be instantiated: the class org.example.Library is missing. ");
        }
    }

    private void assertNotUsed(Supplier<Class<?>> loading) {
        thread.setContextClassLoader(new ClassLoader(before) {
            @Override
            public Class<?> loadClass(String name) {
                return loading.get();
            }
        });
        assertThatThrownBy(ReportFormat::load)
                .isInstanceOf(ProviderException.class)
                .hasMessage(
                        "No engine provides dev.restorer.ReportFormat. Put restorer-core on the module path or class"
                                + " path, where the context class loader of this thread or that of restorer-api finds it.");
    }

    @Test
    void aContextClassLoaderThatFailsIsNotUsed() {
        assertNotUsed(() -> {
            throw new IllegalStateException("the application was stopped");
        });
        assertNotUsed(() -> {
            throw new NoClassDefFoundError("the application was stopped");
        });
    }

    @Test
    void whatAnEngineSaysAboutItselfIsThrown() throws Exception {
        provide(Unsupported.class);
        assertThatThrownBy(ReportFormat::load).hasMessageStartingWith("This system is not supported");
    }
}
