package dev.restorer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsRule;
import dev.restorer.api.DecisionRule;
import dev.restorer.api.MetadataRule;
import dev.restorer.contents.CacheDirectory;
import dev.restorer.contents.Restore;
import dev.restorer.fixtures.FileTree;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class ArchivesIT {

    private static final int FIRST_WITH_LINKED_CLASSES = 25;

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"\\.zip", "\\.tar\\.gz", "-image\\.tar\\.gz"})
    void theCommandRunsWhereItCannotWriteAndThePathHasASpace(String end) throws IOException {
        Path place = Files.createDirectories(directory.resolve("a directory"));
        Path root = Distribution.unpack(Distribution.archive(end), place);
        run(List.of("chmod", "-R", "a-w", root.toString()));
        List<String> command = new ArrayList<>(Start.KEPT_OUT_BY_MODES.command());
        command.addAll(List.of(root.resolve("bin/restorer").toString(), "demo"));

        Finished run = run(command);

        assertThat(run.out()).anyMatch(line -> line.contains("example/jdk"));
        assertThat(run.err()).isEmpty();
        assertThat(root.resolve(".restorer")).doesNotExist();
        run(List.of("chmod", "-R", "u+w", root.toString()));
    }

    @Test
    void theZipAndTheTarHaveTheSameContent() throws IOException {
        Path zip =
                Distribution.unpack(Distribution.archive("\\.zip"), Files.createDirectories(directory.resolve("zip")));
        Path tar = Distribution.unpack(
                Distribution.archive("\\.tar\\.gz"), Files.createDirectories(directory.resolve("tar")));

        assertThat(FileTree.read(zip)).isEqualTo(FileTree.read(tar));
        assertThat(zip.resolve("LICENSE")).isRegularFile();
        assertThat(zip.resolve("share/man/man1/restorer.1")).isRegularFile();
        assertThat(zip.resolve("share/bash-completion/completions/restorer")).isRegularFile();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\.zip", "-image\\.tar\\.gz"})
    void theDocumentsThatExplainCitesArePartOfIt(String end) throws IOException {
        Path root = Distribution.unpack(Distribution.archive(end), directory);
        List<String> cited = Stream.<DecisionRule>concat(
                        Stream.of(MetadataRule.values()), Stream.of(ContentsRule.values()))
                .map(DecisionRule::section)
                .filter(section -> section.startsWith("this project, "))
                .map(section -> section.substring("this project, ".length()))
                .distinct()
                .toList();
        assertThat(cited)
                .isNotEmpty()
                .allSatisfy(document -> assertThat(root.resolve(document)).isRegularFile());
    }

    @Test
    void anArchiveOfClassesIsMadeOnceWhereTheCommandCanWrite() throws IOException {
        Path root = Distribution.unpack(Distribution.archive("\\.zip"), directory);
        String command = root.resolve("bin/restorer").toString();
        run(List.of(command, "stores"));

        assertThat(mainClassIn(command)).endsWith("shared objects file");
    }

    @Test
    void theImageReadsItsClassesFromItsOwnArchiveWithoutAnyOtherJdk() throws IOException {
        Path root = Distribution.unpack(Distribution.archive("-image\\.tar\\.gz"), directory);

        assertThat(mainClassIn(
                        "JAVA_HOME=/nonexistent", root.resolve("bin/restorer").toString()))
                .endsWith("shared objects file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stores"})
    void theImageStartsWithLinkedClassesAlsoWithAdditionalStores(String stores) throws IOException {
        Path root = Distribution.unpack(Distribution.archive("-image\\.tar\\.gz"), directory);
        if (!stores.isEmpty()) {
            Files.createDirectory(root.resolve(stores));
        }
        String command = root.resolve("bin/restorer").toString();
        Path linked = root.resolve("runtime/lib/server/classes.aot");
        boolean hasLinked = Runtime.version().feature() >= FIRST_WITH_LINKED_CLASSES;

        List<String> options = run(List.of("env", "RESTORER_JAVA_OPTS=-XX:+PrintCommandLineFlags", command, "stores"))
                .out();

        assertThat(Files.exists(linked)).isEqualTo(hasLinked);
        assertThat(options.get(0).contains("-XX:AOTCache=" + linked)).isEqualTo(hasLinked);
        assertThat(mainClassIn(command)).endsWith("shared objects file");
    }

    @Test
    void theImageLoadsTheLibraryOfZstdFromItsOwnFile() throws IOException {
        Path root = Distribution.unpack(Distribution.archive("-image\\.tar\\.gz"), directory);
        CacheDirectory build = new CacheDirectory(Files.createDirectory(directory.resolve("build")))
                .zstdLayer("packed", layer -> layer.file("file", 0644, "content"))
                .write("0.10");
        List<String> environment = List.of("env", "RESTORER_JAVA_OPTS=-Djava.io.tmpdir=/nonexistent");

        run(new Restore(build, directory.resolve("layers")).commandIn(root, environment));

        assertThat(directory.resolve("layers/bp/packed/file")).hasContent("content");
    }

    @Test
    void anArchiveThatIsNotCompleteIsAnErrorAndNotBuilt() throws IOException {
        Path root = Distribution.unpack(Distribution.archive("\\.zip"), directory);
        Files.delete(root.resolve("lib/restorer-cli.jar"));

        Finished run = Processes.run(List.of(root.resolve("bin/restorer").toString(), "stores"));

        assertThat(run.exitCode()).isEqualTo(42);
        assertThat(run.err())
                .containsExactly("ERROR: " + root.resolve("lib/restorer-cli.jar")
                        + " is missing, or this user may not read it."
                        + " Install or build the command again, or let every user read all of it (chmod -R a+rX " + root
                        + ").");
    }

    /** Starts the command, and returns where the JVM took its main class from. */
    private static String mainClassIn(String... command) {
        List<String> words = new ArrayList<>(List.of("env", "RESTORER_JAVA_OPTS=-Xlog:class+load"));
        words.addAll(List.of(command));
        words.add("stores");
        return run(words).out().stream()
                .filter(line -> line.contains(" dev.restorer.cli.Main source: "))
                .findFirst()
                .orElseThrow();
    }

    private static Finished run(List<String> command) {
        Finished run = Processes.run(command);
        assertThat(run.exitCode()).as("%s: %s", command, run.err()).isZero();
        return run;
    }
}
