package dev.restorer.lambdas;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The entries of a jar, in their order.
 *
 * @param entries their contents by their names
 * @param time the time of all entries, in milliseconds: that of the first, since the build gives all the same
 */
record Jar(Map<String, byte[]> entries, long time) {

    static Jar read(Path file) throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        long time = 0;
        try (ZipFile jar = new ZipFile(file.toFile())) {
            for (Enumeration<? extends ZipEntry> all = jar.entries(); all.hasMoreElements(); ) {
                ZipEntry entry = all.nextElement();
                time = entries.isEmpty() ? entry.getTime() : time;
                entries.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
            }
        }
        return new Jar(entries, time);
    }

    Jar withoutLambdas() {
        Map<String, byte[]> rewritten = new LinkedHashMap<>();
        Nests nests = new Nests();
        entries.forEach((name, content) -> {
            if (isClass(name)) {
                ClassRewriting rewriting = new ClassRewriting(content);
                rewritten.put(name, rewriting.rewritten());
                rewriting.lambdas().forEach(lambda -> {
                    rewritten.put(lambda.name() + ".class", lambda.bytes());
                    nests.add(rewriting.nestHost(), lambda.name());
                });
            } else {
                rewritten.put(name, content);
            }
        });
        nests.forEach((host, members) ->
                rewritten.computeIfPresent(host + ".class", (name, content) -> Nests.withMembers(content, members)));
        return new Jar(rewritten, time);
    }

    private static boolean isClass(String name) {
        return name.endsWith(".class") && !name.endsWith("module-info.class") && !name.startsWith("META-INF/");
    }

    void write(Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
                ZipOutputStream jar = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                ZipEntry header = new ZipEntry(entry.getKey());
                header.setTime(time);
                jar.putNextEntry(header);
                jar.write(entry.getValue());
            }
        }
    }
}
