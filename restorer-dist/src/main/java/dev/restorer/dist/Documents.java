package dev.restorer.dist;

import dev.restorer.cli.command.Application;
import dev.restorer.cli.command.Services;
import dev.restorer.cli.log.Console;
import dev.restorer.cli.process.ProcessContext;
import dev.restorer.cli.process.Shutdown;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.AutoComplete;
import picocli.CommandLine;

/** Writes the manual page and the completion for shells, from the same descriptions as the help of the command. */
public final class Documents {

    static final String NAME = "restorer";

    private Documents() {}

    /**
     * Writes them.
     *
     * @param args the directory {@code share}
     * @throws IOException if they cannot be written
     */
    public static void main(String[] args) throws IOException {
        Path share = Path.of(args[0]);
        CommandLine command = command();
        write(share.resolve("man/man1/restorer.1"), Manual.of(command));
        // For zsh too: it loads zsh's support for completions of bash.
        write(share.resolve("bash-completion/completions/restorer"), completion(command));
    }

    /** Returns the command line with all subcommands. */
    static CommandLine command() {
        PrintStream nothing = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        ProcessContext process = ProcessContext.ofThisProcess(Map.of(), new Shutdown());
        return new Application(new Console(nothing, nothing), process, Services.found(process)).commandLine();
    }

    /** Returns the completion for bash, which completes names of files where picocli's own would complete nothing. */
    static String completion(CommandLine command) {
        return AutoComplete.bash(NAME, command).replace("compopt +o default", ":");
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
