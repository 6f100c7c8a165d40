package dev.restorer.benchmarks.commands;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is measured.
 *
 * @param command the path of {@code bin/restorer}
 * @param javaHome the JDK that it runs with
 * @param javaOptions options for its JVM, separated by spaces
 */
record Target(Path command, Path javaHome, String javaOptions) {

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"((\\d+)[^\"]*)\"");

    List<String> restore(Input input, Path layers) {
        List<String> words = new ArrayList<>(List.of(command.toString()));
        words.addAll(input.arguments(layers));
        return words;
    }

    Map<String, String> environment() {
        return Map.of("JAVA_HOME", javaHome.toString(), "RESTORER_JAVA_OPTS", javaOptions);
    }

    List<String> options() {
        return javaOptions.isBlank() ? List.of() : List.of(javaOptions.strip().split("\\s+"));
    }

    /** Returns the version of the JDK, such as 17.0.12. */
    String version() throws IOException {
        return release().group(1);
    }

    /** Returns the version of Java, such as 17. */
    int javaVersion() throws IOException {
        return Integer.parseInt(release().group(2));
    }

    private Matcher release() throws IOException {
        Path release = javaHome.resolve("release");
        Matcher version = VERSION.matcher(Files.readString(release, StandardCharsets.UTF_8));
        if (!version.find()) {
            throw new IOException(release + " has no JAVA_VERSION");
        }
        return version;
    }
}
