package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarBuffer;
import dev.restorer.fixtures.Tar;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tar of many buffers, with files that are replaced, linked and written later, by threads that help or do not. */
class HelpedExtractionTest {

    private static final int FILES = 600;

    @TempDir
    Path directory;

    private final ExecutorService pool = Executors.newFixedThreadPool(2);

    @AfterEach
    void stop() {
        pool.shutdownNow();
    }

    private static byte[] tar() {
        Random random = new Random(1);
        Tar tar = new Tar().directory("/layers/bp/x/", 0755);
        for (int i = 0; i < FILES; i++) {
            String name = "/layers/bp/x/directory-" + i / 50 + "/file-" + i % 50;
            tar.file(name, random.nextInt(10) == 0 ? 0666 : 0644, "content " + i + "x".repeat(random.nextInt(2_000)));
            if (i % 7 == 0) {
                tar.hardLink(name + "-linked", name);
            }
            if (i % 11 == 0) {
                tar.file(name, 0755, "replaced " + i);
            }
            if (i % 50 == 49) {
                tar.file("/layers/bp/x/large-" + i, "y".repeat(300_000));
            }
        }
        return tar.bytes();
    }

    private boolean runInPool(Runnable task) {
        pool.execute(task);
        return true;
    }

    private Unpacking unpacking(IdleThreads threads) {
        return new Unpacking(directory, ContentsLimits.defaults(), threads);
    }

    @Test
    void theFilesAreTheSameAsWithoutHelp() {
        byte[] tar = tar();
        Map<String, String> alone = unpacking(IdleThreads.none()).tree(tar);
        assertThat(alone).hasSizeGreaterThan(FILES);
        for (int i = 0; i < 5; i++) {
            assertThat(unpacking(this::runInPool).tree(tar)).isEqualTo(alone);
        }
        assertThat(unpacking(new ArrayList<Runnable>()::add).tree(tar)).isEqualTo(alone);
        assertThat(unpacking(task -> {
                            task.run();
                            return true;
                        })
                        .tree(tar))
                .isEqualTo(alone);
    }

    @Test
    void nothingIsLeftOfATarThatIsCutOff() {
        byte[] tar = tar();
        for (int length : List.of(tar.length / 2, tar.length / 2 + 700, 3 * TarBuffer.MAX_FIRST)) {
            assertThat(unpacking(this::runInPool).rejected(Arrays.copyOf(tar, length)))
                    .contains("cut off");
        }
    }
}
