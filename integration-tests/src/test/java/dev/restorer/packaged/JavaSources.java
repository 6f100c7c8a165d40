package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Sources among the test resources, compiled the way a stranger would: against the API and nothing of ours besides. */
record JavaSources(Path directory) {

    static JavaSources named(String name) {
        try {
            return new JavaSources(Path.of(Objects.requireNonNull(JavaSources.class.getResource("/" + name))
                    .toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Compiles them with their module descriptor, against the one jar of the API. */
    void compileAsModule(Path classes) {
        compile(sources(true), List.of("-d", classes.toString(), "--module-path", Jars.API.toString()));
    }

    /** Compiles them without it, against the same. */
    void compileForTheClassPath(Path classes) {
        compile(sources(false), List.of("-d", classes.toString(), "-classpath", Jars.API.toString()));
    }

    private List<Path> sources(boolean withDescriptor) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> withDescriptor || !file.endsWith("module-info.java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void compile(List<Path> sources, List<String> options) {
        JavaCompiler javac = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        try (StandardJavaFileManager files = javac.getStandardFileManager(null, null, null)) {
            boolean compiled = javac.getTask(
                            messages, files, null, options, null, files.getJavaFileObjectsFromPaths(sources))
                    .call();
            assertThat(compiled).as("compiles: %s", messages).isTrue();
            assertThat(messages.toString()).isEmpty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
