package dev.restorer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@EnabledOnOs(value = OS.LINUX, disabledReason = "Only libraries for Linux are unpacked")
class ZstdLibraryTest {

    @TempDir
    Path directory;

    private Path library;

    @BeforeEach
    void name() {
        library = directory.resolve("library");
    }

    @Test
    void theLibraryForThisSystemIsUnpacked() throws Exception {
        ZstdLibrary.unpack(
                Path.of(Zstd.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI()),
                library);
        assertThat(library).isExecutable();
    }

    @Test
    void nothingIsUnpackedFromAJarForOtherSystems() throws Exception {
        ZstdLibrary.unpack(jar("linux/other/libzstd-jni-1.so"), library);
        assertThat(library).doesNotExist();
    }

    @Test
    void aLibraryThatCannotBeLoadedIsDeleted() throws Exception {
        ZstdLibrary.unpack(jar("linux/" + System.getProperty("os.arch") + "/libzstd-jni-1.so"), library);
        assertThat(library).doesNotExist();
    }

    /** Creates a jar with one file, which is no library. */
    private Path jar(String name) throws Exception {
        Path jar = directory.resolve("jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new JarEntry(name));
            out.write(1);
        }
        return jar;
    }
}
