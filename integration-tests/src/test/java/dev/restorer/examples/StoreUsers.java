package dev.restorer.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Programs that use the store of the example, each in a process of its own, on the class path. */
final class StoreUsers {

    private StoreUsers() {}

    /** Runs one to its end and returns what it printed. */
    static List<String> run(String program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-classpath", classPath(), source(program).toString()));
        command.addAll(List.of(arguments));
        Finished finished = Processes.run(command);
        assertThat(finished.exitCode()).as("exit code of %s", finished).isZero();
        return finished.out();
    }

    private static String classPath() {
        Path api = BuiltExample.property("restorer.jars").resolve("restorer-api.jar");
        return api + File.pathSeparator + BuiltExample.jarsDirectory() + File.separator + "*";
    }

    private static Path source(String program) {
        String resource = "/store-users/" + program + ".java";
        try {
            return Path.of(Objects.requireNonNull(StoreUsers.class.getResource(resource), resource)
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
