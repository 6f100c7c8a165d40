package dev.restorer.benchmarks.commands;

import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A JVM of its own that answers each line with one. */
final class JvmProcess implements AutoCloseable {

    private static final int MAX_SECONDS = 10;

    private final Process process;
    private final Writer lines;
    private final BufferedReader answers;

    JvmProcess(Target target, Class<?> main, String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(List.of(target.javaHome().resolve("bin/java").toString()));
        command.addAll(target.options());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
        command.addAll(List.of(arguments));
        process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        lines = process.outputWriter(StandardCharsets.UTF_8);
        answers = process.inputReader(StandardCharsets.UTF_8);
    }

    /** Returns the numbers that it answers. */
    double[] ask(String line) throws IOException {
        lines.write(line + "\n");
        lines.flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new EOFException("The JVM ended; see what it printed");
        }
        String[] words = answer.split(" ", -1);
        double[] numbers = new double[words.length];
        for (int i = 0; i < words.length; i++) {
            numbers[i] = Double.parseDouble(words[i]);
        }
        return numbers;
    }

    /** Ends it. */
    @Override
    public void close() throws IOException {
        lines.close();
        answers.close();
        try {
            if (!process.waitFor(MAX_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
