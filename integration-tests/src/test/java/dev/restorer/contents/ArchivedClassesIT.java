package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Checkout;
import dev.restorer.process.Finished;
import dev.restorer.process.InstalledCommand;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A restore finds almost all of its classes in the archive that the command makes. */
@Tag("long")
class ArchivedClassesIT {

    /** Those that no archive has, such as events of the JDK, and classes that the JVM makes when it runs. */
    private static final int MAX_OTHERS = 10;

    /** The class that the JVM creates for a lambda has an address in its name. */
    private static final Predicate<String> LINKED_LAMBDA =
            Pattern.compile(" dev\\.restorer\\S*\\$\\$Lambda(\\$\\d+)?/0x").asPredicate();

    @TempDir
    Path directory;

    @Test
    void aRestoreOfContentsOfEveryKindLoadsFewClassesFromElsewhere() throws Exception {
        assertThat(loadedClasses())
                .filteredOn(line -> line.contains(" source: ") && !line.contains("shared objects file"))
                .hasSizeLessThanOrEqualTo(MAX_OTHERS)
                .noneMatch(line -> line.contains(" dev.restorer.") || line.contains("FileStore "));
    }

    @Test
    void noLambdaOfTheCommandIsLinkedAtRunTime() throws Exception {
        assertThat(loadedClasses()).filteredOn(LINKED_LAMBDA).isEmpty();
    }

    @Test
    void aRestoreWithTheArchiveOpensNoneOfTheJarsThatWereCopied() throws Exception {
        InstalledCommand installed = InstalledCommand.in(directory.resolve("command"));
        CacheDirectory cache = new CacheDirectory(Files.createDirectory(directory.resolve("build")))
                .manyFiles(3, 5)
                .write("0.10");
        restore(installed, cache, "first");
        try (Stream<Path> jars = Files.list(installed.libraries().resolve("start"))) {
            for (Path jar : jars.toList()) {
                FileTime time = Files.getLastModifiedTime(jar);
                Files.writeString(jar, "no jar");
                Files.setLastModifiedTime(jar, time);
            }
        }
        assertThat(restore(installed, cache, "second").exitCode()).isZero();
    }

    @Test
    void aRestoreOfZstdUnpacksNoLibraryToATemporaryFile() throws Exception {
        InstalledCommand installed = InstalledCommand.in(directory.resolve("command"));
        CacheDirectory cache = new CacheDirectory(Files.createDirectory(directory.resolve("build")))
                .zstdLayer("compressed", layer -> layer.file("file", 0644, "content"))
                .write("0.10");
        // No user can create a file there, and later versions of Java warn of a directory that does not exist.
        Finished run = restore(installed, cache, "layers", "-Djava.io.tmpdir=/proc");
        assertThat(run.err()).isEmpty();
    }

    /** Returns the log lines of the classes that a restore loads with the archive. */
    private List<String> loadedClasses() throws IOException {
        InstalledCommand installed = InstalledCommand.in(directory.resolve("command"));
        CacheDirectory cache = new CacheDirectory(Files.createDirectory(directory.resolve("build")))
                .manyFiles(3, 5)
                .compressedLayer("compressed", layer -> layer.file("file", 0644, "content"))
                .zstdLayer("large", ArchivedClassesIT::manyFiles)
                .write("0.10");
        restore(installed, cache, "first");
        Path log = directory.resolve("classes.log");
        Finished run = restore(installed, cache, "second", "-Xlog:class+load:file=" + log);
        assertThat(run.exitCode()).isZero();
        List<String> loaded = Files.readAllLines(log);
        assertThat(loaded).hasSizeGreaterThan(1_000);
        return loaded;
    }

    private static void manyFiles(Layer layer) throws IOException {
        for (int i = 0; i < 300; i++) {
            layer.file("file-" + i, 0644, "0123456789".repeat(6_000));
        }
    }

    @Test
    void theCommandHasTheClassesOfZstdForJniAlone() throws IOException {
        try (JarFile jar = new JarFile(Checkout.root()
                .resolve("restorer-cli/target/lib/start/zstd-jni.jar")
                .toFile())) {
            assertThat(jar.stream().map(JarEntry::getName))
                    .contains("com/github/luben/zstd/Zstd.class", "module-info.class")
                    .noneMatch(name -> name.startsWith("META-INF/versions/"));
        }
    }

    @Test
    void theArchiveIsMadeFromRestoresOfWhichOnlyOneLayerIsDamaged() throws Exception {
        InstalledCommand installed = InstalledCommand.in(directory.resolve("command"));
        Finished run = Processes.run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + Files.createDirectory(directory.resolve("training")),
                "-cp",
                installed.jar() + ":" + installed.libraries().resolve("start") + "/*",
                "dev.restorer.cli.Training"));
        assertThat(run.exitCode()).isZero();
        assertThat(run.err())
                .filteredOn(line -> line.contains("Removing"))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("Warning: Removing \"example/node:damaged\", "));
        assertThat(run.out()).contains("Restoring data for \"example/node:zstd\" from cache");
    }

    private Finished restore(InstalledCommand installed, CacheDirectory cache, String layers, String... options) {
        List<String> environment = List.of("env", "RESTORER_JAVA_OPTS=" + String.join(" ", options));
        return Processes.run(new Restore(cache, directory.resolve(layers)).commandIn(installed.root(), environment));
    }
}
