package dev.restorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartJarTest {

    @TempDir
    Path directory;

    @Test
    void theFirstOfSeveralFilesWithTheSameNameIsCopied() throws IOException {
        Path first = jar("first", "a/Name.class", "one");
        Path second = jar("second", "a/Name.class", "two");
        assertThat(read(copyOf(first, second), "a/Name.class")).isEqualTo("one");
    }

    @Test
    void theProvidersOfAllJarsAreFound() throws IOException {
        Path first = jar("first", "META-INF/services/a.Service", "a.First");
        Path second = jar("second", "META-INF/services/a.Service", "a.Second");
        assertThat(read(copyOf(first, second), "META-INF/services/a.Service").lines())
                .containsExactly("a.First", "a.Second");
    }

    @Test
    void classesForLaterVersionsOfJavaAreFound() throws IOException {
        Path jar = jar("jar", "a/Name.class", "for all", "META-INF/versions/17/a/Name.class", "for 17");
        try (JarFile copy = new JarFile(copyOf(jar).toFile(), true, JarFile.OPEN_READ, Runtime.version())) {
            assertThat(copy.getInputStream(copy.getJarEntry("a/Name.class"))).hasContent("for 17");
        }
    }

    @Test
    void resourcesOfTheJarsAreCopied() throws IOException {
        Path jar = jar("jar", "META-INF/restorer/schema.json", "{}", "a/version.txt", "1");
        assertThat(namesIn(copyOf(jar))).contains("META-INF/restorer/schema.json", "a/version.txt");
    }

    @Test
    void whatDescribesOneJarIsNotCopied() throws IOException {
        Path jar = jar(
                "jar",
                "META-INF/MANIFEST.MF",
                "Manifest-Version: 1.0\nName: of the jar\n",
                "module-info.class",
                "",
                "META-INF/versions/9/module-info.class",
                "",
                "META-INF/SIGNED.SF",
                "",
                "META-INF/SIGNED.RSA",
                "",
                "a/",
                "");
        Path copy = copyOf(jar);
        assertThat(namesIn(copy)).containsExactly("META-INF/MANIFEST.MF");
        assertThat(read(copy, "META-INF/MANIFEST.MF")).doesNotContain("of the jar");
    }

    private Path copyOf(Path... jars) throws IOException {
        Path copy = directory.resolve("copy.jar");
        StartJar.write(copy, List.of(jars));
        return copy;
    }

    private Path jar(String name, String... namesAndContents) throws IOException {
        Path jar = directory.resolve(name + ".jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                out.putNextEntry(new JarEntry(namesAndContents[i]));
                out.write(namesAndContents[i + 1].getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return jar;
    }

    private static List<String> namesIn(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return Collections.list(file.entries()).stream()
                    .map(JarEntry::getName)
                    .toList();
        }
    }

    private static String read(Path jar, String name) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            byte[] bytes = file.getInputStream(file.getEntry(name)).readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
