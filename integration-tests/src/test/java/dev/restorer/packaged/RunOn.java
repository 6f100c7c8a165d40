package dev.restorer.packaged;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The two ways for a JVM to find classes, and the embedder compiled and run in each. */
enum RunOn {
    MODULE_PATH("--module-path", "--module=example.embedder/example.embedder.Main") {
        @Override
        void compile(JavaSources sources, Path classes) {
            sources.compileAsModule(classes);
        }
    },
    CLASS_PATH("-classpath", "example.embedder.Main") {
        @Override
        void compile(JavaSources sources, Path classes) {
            sources.compileForTheClassPath(classes);
        }
    };

    private final String pathFlag;
    private final String main;

    RunOn(String pathFlag, String main) {
        this.pathFlag = pathFlag;
        this.main = main;
    }

    abstract void compile(JavaSources sources, Path classes);

    /** Runs the embedder in a JVM of its own. It is compiled to a directory below the given one, unless it is there. */
    Finished embedder(Path workDirectory, Path compiled, List<Path> jars) {
        Path classes = compiled.resolve(name());
        if (Files.notExists(classes)) {
            compile(JavaSources.named("embedder"), classes);
        }
        List<Path> path = new ArrayList<>(List.of(classes));
        path.addAll(jars);
        List<String> command = new ArrayList<>(List.of(java(), "-XX:TieredStopAtLevel=1", pathFlag, joined(path)));
        command.add(main);
        command.add(workDirectory.resolve("layers").toString());
        return Processes.run(command);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static String joined(List<Path> path) {
        return path.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }
}
