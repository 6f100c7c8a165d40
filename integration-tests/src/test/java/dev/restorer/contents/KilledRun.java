package dev.restorer.contents;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A run that is killed once it has made a number of files and directories, so that no length of time matters. */
final class KilledRun {

    private static final int MAX_SECONDS = 120;

    private KilledRun() {}

    /** Starts a command, and kills it when a directory holds so many more than before, if it has not ended by then. */
    static void run(List<String> command, Path directory, int more) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD);
            builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
            int most = count(directory) + more;
            Process process = builder.start();
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MAX_SECONDS);
            while (process.isAlive() && count(directory) < most && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
            process.destroyForcibly();
            process.waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Counts what is in the directories of layers, hidden ones too, while they come and go. */
    private static int count(Path buildpack) {
        int count = 0;
        for (String layer : names(buildpack)) {
            count += 1 + names(buildpack.resolve(layer)).length;
        }
        return count;
    }

    /** Returns nothing for what is no directory, or is gone meanwhile. */
    private static String[] names(Path directory) {
        String[] names = directory.toFile().list();
        return names == null ? new String[0] : names;
    }
}
