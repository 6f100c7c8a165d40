package dev.restorer.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** Runs a process to its end. */
public final class Processes {

    private static final long MAX_SECONDS = 300;

    /** Flags of the command, and options of the JVM, which tells on standard error that it picked them up. */
    private static final Pattern REACHING_IN = Pattern.compile("(CNB|RESTORER)_.*|JAVA_TOOL_OPTIONS|.*_JAVA_OPTIONS");

    private Processes() {}

    /** Runs a command on this JVM's JDK, in an environment that does not reach into what is tested. */
    public static Finished run(List<String> command) {
        try {
            Path out = Files.createTempFile("restorer-out", ".txt");
            Path err = Files.createTempFile("restorer-err", ".txt");
            try {
                int exitCode = await(start(command, out, err));
                return new Finished(exitCode, Files.readAllLines(out), Files.readAllLines(err));
            } finally {
                Files.delete(out);
                Files.delete(err);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Process start(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().keySet().removeIf(REACHING_IN.asMatchPredicate());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    private static int await(Process process) {
        try {
            if (process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                return process.exitValue();
            }
            throw new IllegalStateException("The process did not end in " + MAX_SECONDS + " seconds");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }
}
