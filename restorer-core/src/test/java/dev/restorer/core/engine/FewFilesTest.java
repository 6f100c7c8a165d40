package dev.restorer.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.LayersDirectoryException;
import dev.restorer.api.RestoreReport;
import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Restores in a process that can open no further file, then one, and so on, until a restore succeeds. */
@Tag("long")
@OwnJvm(Start.FEW_FILES)
class FewFilesTest {

    /** The number of open files that must be enough. */
    private static final int MAX_OPEN_FILES = 40;

    @TempDir
    Path directory;

    private final Deque<InputStream> opened = new ArrayDeque<>();

    /**
     * Loads the classes that are not in a jar, since loading them during the restore would need a file descriptor each.
     */
    @BeforeEach
    void loadAllClasses() throws Exception {
        for (String entry : Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(System.getProperty("java.class.path"))
                .toList()) {
            Path root = Path.of(entry);
            if (Files.isDirectory(root) && root.endsWith("classes")) {
                try (Stream<Path> files = Files.walk(root)) {
                    for (Path file : files.filter(each -> each.toString().endsWith(".class"))
                            .toList()) {
                        load(root.relativize(file).toString());
                    }
                }
            }
        }
    }

    private static void load(String file) throws ClassNotFoundException {
        String name = file.substring(0, file.length() - ".class".length()).replace('/', '.');
        if (name.startsWith("dev.restorer.")) {
            Class.forName(name, false, FewFilesTest.class.getClassLoader());
        }
    }

    @AfterEach
    void closeAll() throws IOException {
        close(opened.size());
    }

    private void openAll() {
        try {
            while (true) {
                opened.push(new FileInputStream("/dev/null"));
            }
        } catch (IOException e) {
            // The limit is reached.
        }
    }

    private void close(int files) throws IOException {
        for (int i = 0; i < files && !opened.isEmpty(); i++) {
            opened.pop().close();
        }
    }

    private Build build(String name, boolean stands) {
        FailingRestores restores = new FailingRestores(directory);
        return stands ? restores.build(name) : restores.newBuild(name);
    }

    private static @Nullable RestoreReport restored(Build build, int parallelism) {
        try {
            return build.restore(build.options().parallelism(parallelism));
        } catch (LayersDirectoryException e) {
            assertThat(e).hasMessageContaining("Too many open files");
            return null;
        }
    }

    private static boolean isWhole(@Nullable RestoreReport report) {
        return report != null
                && report.contents()
                                .filter(outcome -> outcome instanceof ContentsOutcome.Restored)
                                .count()
                        == 3;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void noRestoreLeavesAnIncompleteLayerAndTheNextCompletes(int parallelism) throws IOException {
        for (boolean stands : new boolean[] {true, false}) {
            Build clean = build("clean-" + stands, stands);
            clean.restore();
            FailingRestores.assertNothingIsIncomplete(clean); // loads its classes
            Map<String, String> expected = FailingRestores.contents(clean);
            boolean whole = false;
            for (int left = 0; !whole && left < MAX_OPEN_FILES; left++) {
                Build build = build(stands + "-" + left, stands);
                openAll();
                close(left);
                RestoreReport report = restored(build, parallelism);
                closeAll();
                FailingRestores.assertNothingIsIncomplete(build);
                whole = isWhole(report);
                build.restore();
                assertThat(FailingRestores.contents(build))
                        .as("with %s left", left)
                        .isEqualTo(expected);
            }
            assertThat(whole).isTrue();
        }
    }
}
