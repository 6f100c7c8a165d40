package dev.restorer.dist;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.DebianPrograms;
import dev.restorer.fixtures.Programs;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The completion in shells that run. */
class CompletionTest {

    private static final int MAX_SECONDS = 120;

    @TempDir
    Path directory;

    private Path completion = Path.of("");

    @BeforeEach
    void write() throws IOException {
        completion = Files.writeString(directory.resolve("completion"), Documents.completion(Documents.command()));
    }

    @ParameterizedTest
    @CsvSource({
        "restorer exp, explain",
        "restorer restore --cache-i, --cache-image",
        "restorer explain --format m, markdown",
        "restorer restore --log-level f, fatal",
        "restorer restore --sha-store redis-c, redis-cluster://",
        "restorer help di, diff"
    })
    void bashCompletesAWord(String words, String completed) {
        String script = ". '" + completion + "'; compopt() { :; }; COMP_WORDS=(" + words
                + "); COMP_CWORD=$((${#COMP_WORDS[@]} - 1)); _complete_restorer; printf '%s\\n' \"${COMPREPLY[@]}\"";
        Programs.Outcome run = Programs.run(MAX_SECONDS, List.of("bash", "-c", script));
        assertThat(run.output().strip()).isEqualTo(completed);
    }

    @ParameterizedTest
    @CsvSource({
        "restorer exp, restorer explain",
        "restorer restore --cache-i, restorer restore --cache-image",
        "restorer explain --format m, restorer explain --format markdown",
        "restorer restore --sha-store redis-c, restorer restore --sha-store redis-cluster://",
        "restorer help di, restorer help diff",
        "restorer diff ./on, restorer diff ./one-file"
    })
    @Tag("long")
    void zshCompletesALine(String typed, String completed) throws IOException {
        Files.createFile(directory.resolve("one-file"));
        List<String> zsh = DebianPrograms.ZSH.command();
        Path program = Path.of(zsh.get(zsh.size() - 1));
        copy("zshenv", ".zshenv");
        copy("zshrc", ".zshrc");
        List<String> command = new ArrayList<>(List.of(
                "env",
                "ZDOTDIR=" + directory,
                "COMPLETION=" + completion,
                "TYPED=" + directory.resolve("lines"),
                "ZSH_PROGRAM=" + program,
                "ZSH_ROOT=" + root(program)));
        command.addAll(zsh);
        command.add(copy("type.zsh", "type.zsh").toString());
        command.add(typed);
        Programs.Outcome run = Programs.run(MAX_SECONDS, command);
        assertThat(run.output().strip()).isEqualTo(completed);
    }

    /** Returns the directory of a zsh that was fetched; nothing for one that is installed. */
    private static String root(Path program) {
        Path bin = program.getParent();
        return bin == null ? "" : String.valueOf(bin.getParent());
    }

    private Path copy(String resource, String name) throws IOException {
        Path file = directory.resolve(name);
        try (InputStream content = Objects.requireNonNull(CompletionTest.class.getResourceAsStream(resource))) {
            Files.copy(content, file);
        }
        return file;
    }
}
