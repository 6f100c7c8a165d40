package dev.restorer.benchmarks.commands;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that runs {@link WarmJvm}. */
final class WarmJvmProcess implements AutoCloseable {

    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Process process;
    private final Writer lines;
    private final BufferedReader answers;

    WarmJvmProcess(Path javaHome, List<String> javaOptions, Path volume) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), WarmJvm.class.getName()));
        command.add(volume.toString());
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Restores into a new directory. */
    Sample restore(Path directory) throws IOException {
        lines.write(directory + "\n");
        lines.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new EOFException("The JVM ended; see what it printed");
        }
        int space = answer.indexOf(' ');
        return new Sample(
                Long.parseLong(answer.substring(0, space)) / NANOS,
                Long.parseLong(answer.substring(space + 1)) / NANOS);
    }

    @Override
    public void close() throws IOException {
        lines.close();
        answers.close();
        process.destroy();
    }
}
