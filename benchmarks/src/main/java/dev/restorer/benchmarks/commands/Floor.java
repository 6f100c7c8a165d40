package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.Hello;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The least that a work needs, done by common programs with the tars of the cache. */
enum Floor {

    /** The digest of each tar and its files, two tars at a time. */
    DIGEST_AND_TAR(
            "openssl dgst -sha256 and tar x, two at a time",
            "ls -S ./*.tar | xargs -P 2 -I{} sh -c 'openssl dgst -sha256 \"$1\" && tar -xpf \"$1\" -C \"$0\"' \"$2\" {}",
            "xargs",
            "openssl",
            "tar"),

    /** The digest alone. */
    DIGEST("openssl dgst -sha256", "openssl dgst -sha256 ./*.tar", "openssl"),

    /** The files alone. */
    TAR("tar x", "tar -xpf ./*.tar -C \"$2\"", "tar"),

    /** The files of several tars alone. */
    EACH_TAR("tar x of each", "for tar in ./*.tar; do tar -xpf \"$tar\" -C \"$2\" || exit; done", "tar"),

    /** The reading alone. */
    READ("dd to /dev/null", "dd if=\"$(ls ./*.tar)\" of=/dev/null bs=1M", "dd"),

    /** The files of a tar that gzip compressed. */
    GZIP("gzip -dc into tar x", "gzip -dc <\"$(ls ./*.tar)\" | tar -xp -C \"$2\"", "gzip", "tar"),

    /** The files of a tar that zstd compressed. */
    ZSTD("zstd -dc into tar x", "zstd -dc <\"$(ls ./*.tar)\" | tar -xp -C \"$2\"", "zstd", "tar"),

    /** The start of a JVM. */
    HELLO("a JVM that prints hello", ""),

    /** Not a program: fewer restores at once, whose throughput many at once have to reach. */
    FOUR_AT_ONCE("four at once", "");

    private final String title;
    private final String script;

    @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
    private final List<String> programs;

    Floor(String title, String script, String... programs) {
        this.title = title;
        this.script = script;
        this.programs = List.of(programs);
    }

    String title() {
        return title;
    }

    /** Returns those of its programs that this machine does not have. */
    List<String> missing() {
        return programs.stream().filter(program -> !isOnPath(program)).toList();
    }

    private static boolean isOnPath(String program) {
        return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    /** Returns the process for the tars of a cache, which unpacks into an existing directory. */
    List<String> command(Path volume, Path directory, Path javaHome) {
        if (this == HELLO) {
            String java = javaHome.resolve("bin/java").toString();
            return List.of(java, "-cp", System.getProperty("java.class.path"), Hello.class.getName());
        }
        String committed = volume.resolve("committed").toString();
        return List.of("sh", "-c", "cd \"$1\" && " + script, "sh", committed, directory.toString());
    }
}
