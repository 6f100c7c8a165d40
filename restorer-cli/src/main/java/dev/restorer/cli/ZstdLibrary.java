package dev.restorer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Collections;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;

/**
 * The native library of zstd for this system. A JVM that restores zstd would unpack it from a jar to a temporary file,
 * which takes longer than many a layer, so it is unpacked once.
 */
final class ZstdLibrary {

    private ZstdLibrary() {}

    /**
     * Unpacks the library, unless the jar has none for this system, or it cannot be loaded from there, as where a disk
     * is mounted without permission to execute.
     *
     * @param jar the jar
     * @param target the file to write
     */
    static void unpack(Path jar, Path target) throws IOException {
        try (JarFile in = new JarFile(jar.toFile())) {
            Optional<JarEntry> library = find(in);
            if (library.isPresent()) {
                try (InputStream bytes = in.getInputStream(library.get())) {
                    Files.copy(bytes, target);
                }
                if (!canBeExecuted(target)) {
                    Files.delete(target);
                }
            }
        }
    }

    private static Optional<JarEntry> find(JarFile jar) {
        Pattern name =
                Pattern.compile("linux/" + Pattern.quote(System.getProperty("os.arch")) + "/libzstd-jni[^/]*[.]so");
        return Collections.list(jar.entries()).stream()
                .filter(entry -> name.matcher(entry.getName()).matches())
                .findFirst();
    }

    private static boolean canBeExecuted(Path library) {
        try {
            Files.setPosixFilePermissions(library, PosixFilePermissions.fromString("rwxr-xr-x"));
            System.load(library.toAbsolutePath().toString());
            return true;
        } catch (IOException | UnsupportedOperationException | UnsatisfiedLinkError e) {
            return false; // such as on a disk without modes
        }
    }
}
