package dev.restorer.distribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The root directory of a small build image: a shell with a few programs, a locale, and the libraries that these and
 * the programs of an unpacked image are linked with. There is no JDK.
 */
record RootDirectory(Path path) {

    private static final Pattern DIGEST = Pattern.compile("\"digest\":\"sha256:([0-9a-f]{64})\"");
    private static final Pattern LIBRARY = Pattern.compile("(?:=> |^\\s*)(/\\S+) \\(0x");
    private static final List<String> PROGRAMS = List.of("/bin/sh", "/usr/bin/readlink", "/usr/bin/id");
    private static final List<String> DEVICES = List.of("null", "random", "urandom");

    /** Creates it, with the layers of the image in a layout. */
    static RootDirectory with(Path layout, Path path) throws IOException {
        RootDirectory root = new RootDirectory(path);
        List<Path> blobs = blobs(layout);
        for (Path layer : blobs.subList(1, blobs.size())) {
            run(List.of("tar", "-xzf", layer.toString(), "-C", path.toString()));
        }
        for (String device : DEVICES) {
            Files.createDirectories(path.resolve("dev"));
            Files.createFile(path.resolve("dev").resolve(device));
        }
        Files.createDirectories(path.resolve("tmp"));
        Files.createDirectories(path.resolve("proc")); // where the loader finds the directory of a program
        root.copyPrograms();
        return root;
    }

    /** Returns the words that run a program in it, which may mount what it needs. */
    List<String> command(List<String> mayMount, List<String> program) {
        String script = "cd \"$1\" && shift && for d in " + String.join(" ", DEVICES)
                + "; do mount --bind /dev/$d dev/$d || exit; done; mount --rbind /proc proc && exec env -i PATH=/usr/sbin:/sbin:/usr/bin:/bin chroot . \"$@\"";
        List<String> command = new ArrayList<>(mayMount);
        command.addAll(List.of("sh", "-c", script, "sh", path.toString()));
        command.addAll(program);
        return command;
    }

    /** Returns the config of the image in a layout. */
    static String config(Path layout) throws IOException {
        return Files.readString(blobs(layout).get(0));
    }

    /** Returns the config and the layers of the image in a layout. */
    private static List<Path> blobs(Path layout) throws IOException {
        Path manifest = named(layout, layout.resolve("index.json")).get(0);
        return named(layout, manifest);
    }

    private static List<Path> named(Path layout, Path json) throws IOException {
        return DIGEST.matcher(Files.readString(json))
                .results()
                .map(found -> layout.resolve("blobs/sha256").resolve(found.group(1)))
                .toList();
    }

    private void copyPrograms() throws IOException {
        Set<String> files = new TreeSet<>();
        for (String program : PROGRAMS) {
            files.add(program);
            files.addAll(librariesOf(Path.of(program)));
        }
        try (Stream<Path> unpacked = Files.walk(path.resolve("cnb"))) {
            for (Path file : unpacked.filter(RootDirectory::isLinked).toList()) {
                files.addAll(librariesOf(file));
            }
        }
        files.removeIf(file -> file.startsWith(path.toString()));
        for (String file : files) {
            copy(Path.of(file));
        }
        Path locale = Path.of("/usr/lib/locale/C.utf8");
        if (Files.isDirectory(locale)) {
            run(List.of("mkdir", "-p", path + "/usr/lib/locale"));
            run(List.of("cp", "-R", locale.toString(), path + "/usr/lib/locale"));
        }
    }

    private static boolean isLinked(Path file) {
        String name = file.getFileName().toString();
        return Files.isRegularFile(file) && (name.endsWith(".so") || name.equals("java"));
    }

    private static Set<String> librariesOf(Path program) {
        Set<String> libraries = new TreeSet<>();
        for (String line : run(List.of("ldd", program.toString())).out()) {
            Matcher library = LIBRARY.matcher(line);
            if (library.find()) {
                libraries.add(library.group(1));
            }
        }
        return libraries;
    }

    private void copy(Path file) throws IOException {
        Path copy = path.resolve(file.toString().substring(1));
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy); // what a link leads to
    }

    private static Finished run(List<String> command) {
        Finished run = Processes.run(command);
        assertThat(run.exitCode()).as("%s: %s", command, run.err()).isZero();
        return run;
    }
}
