package dev.restorer.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** The packaged jars, where the build laid them out. */
final class Jars {

    static final Path API = jar("restorer-api");
    static final Path MEMORY = jar("sha-store-memory");

    private static final List<Path> ENGINE = jars(
            "restorer-core",
            "restorer-files",
            "zstd-jni",
            "tomlj",
            "jackson-core",
            "jackson-annotations",
            "jackson-databind",
            "jackson-dataformat-toml",
            "slf4j-api");

    private static final List<String> OLDER_JACKSON =
            List.of("jackson-core.jar", "jackson-databind.jar", "jackson-dataformat-toml.jar");

    private Jars() {}

    static Path jar(String artifact) {
        return jar("restorer.jars", artifact);
    }

    private static Path jar(String property, String artifact) {
        String directory = Objects.requireNonNull(System.getProperty(property), property);
        Path jar = Path.of(directory, artifact + ".jar").toAbsolutePath().normalize();
        assertThat(jar).isRegularFile();
        return jar;
    }

    /** What an embedder has at run time, apart from a store: the API, the engine and what that needs. */
    static List<Path> apiAndEngineAnd(Path... more) {
        List<Path> jars = new ArrayList<>(List.of(API));
        jars.addAll(ENGINE);
        jars.addAll(List.of(more));
        return jars;
    }

    /** The same with a Jackson that loses digits of integers. */
    static List<Path> withOlderJackson(List<Path> jars) {
        return jars.stream()
                .map(jar -> OLDER_JACKSON.contains(jar.getFileName().toString())
                        ? jar(
                                "restorer.olderJackson",
                                jar.getFileName().toString().replace(".jar", ""))
                        : jar)
                .toList();
    }

    private static List<Path> jars(String... artifacts) {
        return Arrays.stream(artifacts).map(Jars::jar).toList();
    }
}
