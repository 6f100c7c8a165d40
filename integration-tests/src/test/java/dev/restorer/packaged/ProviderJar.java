package dev.restorer.packaged;

import dev.restorer.spi.ShaStoreProvider;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/** Makes jars of SHA store providers that are not as they should be. */
final class ProviderJar {

    private static final String SERVICE = "META-INF/services/" + ShaStoreProvider.class.getName();

    private ProviderJar() {}

    /** Compiles and packs the provider of this name, for the module path and the class path. */
    static Path of(String name, Path workDirectory) {
        Path classes = workDirectory.resolve(name);
        JavaSources.named("providers/" + name).compileAsModule(classes);
        write(classes.resolve(SERVICE), "example." + name + ".Provider");
        return pack(classes, workDirectory.resolve(name + ".jar"));
    }

    /** Packs a service file, and not the class that it names. */
    static Path withoutItsClass(String className, Path workDirectory) {
        Path classes = workDirectory.resolve("without-its-class");
        write(classes.resolve(SERVICE), className);
        return pack(classes, workDirectory.resolve("without-its-class.jar"));
    }

    private static void write(Path file, String line) {
        try {
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, line + "\n", StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path pack(Path classes, Path jar) {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out)) {
            for (Path file : files(classes)) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, entries);
                entries.closeEntry();
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
