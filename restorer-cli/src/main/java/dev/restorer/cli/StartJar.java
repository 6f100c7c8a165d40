package dev.restorer.cli;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.zip.Deflater;

/**
 * Copies the jars of the class path to one, since a start has to open each of them. {@code bin/restorer} runs it when
 * it makes the archive of classes, and uses both together.
 *
 * <p>As on the class path, the first of several files with the same name is found. Files that name providers are
 * joined. The descriptors of modules are left out, and signatures, which would not fit.
 */
public final class StartJar {

    private static final String SERVICES = "META-INF/services/";
    private static final Pattern LEFT_OUT =
            Pattern.compile(".*/|(.*/)?module-info\\.class|META-INF/[^/]*\\.(SF|RSA|DSA|EC)");

    private final JarOutputStream out;
    private final Set<String> names = new HashSet<>(Set.of(JarFile.MANIFEST_NAME));
    private final Map<String, ByteArrayOutputStream> services = new TreeMap<>();

    private StartJar(JarOutputStream out) {
        this.out = out;
        out.setLevel(Deflater.BEST_SPEED);
    }

    /**
     * Copies the jars on the class path of this JVM, and the library of zstd that is in one of them.
     *
     * @param args the jar to write, and the library
     * @throws IOException if a jar cannot be read, or a file cannot be written
     */
    public static void main(String[] args) throws IOException {
        String[] classPath = System.getProperty("java.class.path").split(File.pathSeparator);
        write(Path.of(args[0]), Arrays.stream(classPath).map(Path::of).toList());
        ZstdLibrary.unpack(Path.of(args[0]), Path.of(args[1]));
    }

    static void write(Path target, List<Path> jars) throws IOException {
        try (OutputStream file = Files.newOutputStream(target);
                JarOutputStream out = new JarOutputStream(new BufferedOutputStream(file), manifest())) {
            StartJar copy = new StartJar(out);
            for (Path jar : jars) {
                copy.add(jar);
            }
            copy.addServices();
        }
        try (FileChannel written = FileChannel.open(target, StandardOpenOption.WRITE)) {
            written.force(true); // after a power failure, no start would work with a damaged jar
        }
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MULTI_RELEASE, "true");
        return manifest;
    }

    private void add(Path jar) throws IOException {
        try (JarFile in = new JarFile(jar.toFile())) {
            for (JarEntry entry : Collections.list(in.entries())) {
                byte[] bytes = in.getInputStream(entry).readAllBytes();
                String name = entry.getName();
                if (name.startsWith(SERVICES)) {
                    addService(name, bytes);
                } else if (!LEFT_OUT.matcher(name).matches() && names.add(name)) {
                    put(name, bytes);
                }
            }
        }
    }

    private void addService(String name, byte[] providers) {
        ByteArrayOutputStream all = services.computeIfAbsent(name, n -> new ByteArrayOutputStream());
        all.writeBytes(providers);
        all.write('\n'); // the last line may have none
    }

    private void addServices() throws IOException {
        for (Map.Entry<String, ByteArrayOutputStream> each : services.entrySet()) {
            put(each.getKey(), each.getValue().toByteArray());
        }
    }

    private void put(String name, byte[] bytes) throws IOException {
        out.putNextEntry(new JarEntry(name));
        out.write(bytes);
        out.closeEntry();
    }
}
