package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarBuffer;
import dev.restorer.core.contents.tar.SparseFormat;
import dev.restorer.fixtures.Tar;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Entries that follow a deferred file and touch it. */
class HelpedEntriesTest {

    private static final String LAYER = "/layers/bp/x/";

    private static final int FILE_BYTES = 100_000;

    @TempDir
    Path directory;

    /** Threads that help at once, or before the next buffer is filled, or never. */
    static Stream<IdleThreads> threads() {
        return Stream.of(
                task -> {
                    new Thread(task).start();
                    return true;
                },
                task -> {
                    task.run();
                    return true;
                },
                new ArrayList<Runnable>()::add);
    }

    /** A tar whose first buffer is full, so that the files that follow are deferred. */
    private static Tar tar() {
        return new Tar().file(LAYER + "large", "x".repeat(TarBuffer.MAX_FIRST));
    }

    private Map<String, String> tree(IdleThreads threads, Tar tar) {
        Map<String, String> tree = unpacking(threads).tree(tar);
        tree.remove("large");
        return tree;
    }

    private Unpacking unpacking(IdleThreads threads) {
        return new Unpacking(directory, ContentsLimits.defaults(), threads);
    }

    @ParameterizedTest
    @MethodSource("threads")
    void theLastOfManyFilesOfOneNameIsUsed(IdleThreads threads) {
        Tar tar = tar();
        for (int i = 0; i < 100; i++) {
            tar.file(LAYER + "a", 0644, "content " + i);
        }
        assertThat(tree(threads, tar)).containsExactly(Map.entry("a", "file 644 content 99"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aHardLinkLeadsToTheFileBeforeIt(IdleThreads threads) {
        Tar tar = tar().file(LAYER + "a", 0644, "one")
                .hardLink(LAYER + "b", LAYER + "a")
                .file(LAYER + "a", 0644, "two");
        assertThat(tree(threads, tar)).containsOnly(Map.entry("a", "file 644 two"), Map.entry("b", "file 644 one"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aSparseFileReplacesAFileAndAFileASparseFile(IdleThreads threads) {
        Tar tar = tar().file(LAYER + "a", "one");
        SparseFormat.CONTENTS.add(tar, LAYER + "a", 3, "a", 1, 1);
        SparseFormat.CONTENTS.add(tar, LAYER + "b", 3, "b", 1, 1);
        tar.file(LAYER + "b", 0644, "two");
        assertThat(tree(threads, tar)).containsOnly(Map.entry("a", "file 644 \0a\0"), Map.entry("b", "file 644 two"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aLinkReplacesAFileAndAFileALink(IdleThreads threads) {
        Tar tar = tar().file(LAYER + "a", "one")
                .symbolicLink(LAYER + "a", "target")
                .symbolicLink(LAYER + "b", "target")
                .file(LAYER + "b", 0644, "two");
        assertThat(tree(threads, tar)).containsOnly(Map.entry("a", "link target"), Map.entry("b", "file 644 two"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void deferredFilesGetTheirModes(IdleThreads threads) {
        Tar tar = tar().file(LAYER + "a", 0666, "a")
                .file(LAYER + "b", 04755, "b")
                .file(LAYER + "c", 0, "")
                .directory(LAYER + "d", 0555)
                .file(LAYER + "d/e", 0444, "e");
        assertThat(tree(threads, tar))
                .containsOnly(
                        Map.entry("a", "file 666 a"),
                        Map.entry("b", "file 4755 b"),
                        Map.entry("c", "file 0 "),
                        Map.entry("d", "directory 555"),
                        Map.entry("d/e", "file 444 e"));
    }

    @ParameterizedTest
    @MethodSource("threads")
    void filesThatLieInTwoBuffersAreComplete(IdleThreads threads) {
        Tar tar = tar();
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            String content = Integer.toString(i).repeat(FILE_BYTES / 2);
            tar.file(LAYER + i, 0644, content);
            files.put(Integer.toString(i), "file 644 " + content);
        }
        assertThat(tree(threads, tar)).isEqualTo(files);
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aFileIsRejectedForItsPathAlsoIfItIsCutOff(IdleThreads threads) {
        byte[] tar = tar().file(LAYER + "a", "one")
                .file(LAYER + "a/b", "x".repeat(FILE_BYTES))
                .bytes();
        assertThat(unpacking(threads).rejected(Arrays.copyOf(tar, tar.length - FILE_BYTES / 2)))
                .isEqualTo("a is a directory, and a file or a link too");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aDirectoryOverAFileIsRejected(IdleThreads threads) {
        String problem = "a is a directory, and a file or a link too";
        assertThat(unpacking(threads).rejected(tar().file(LAYER + "a", "one").directory(LAYER + "a/", 0755)))
                .isEqualTo(problem);
        assertThat(unpacking(threads).rejected(tar().file(LAYER + "a", "one").file(LAYER + "a/b/c", "two")))
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aFileOverADirectoryIsRejected(IdleThreads threads) {
        assertThat(unpacking(threads)
                        .rejected(tar().directory(LAYER + "a", 0755).file(LAYER + "a", "one")))
                .isEqualTo("a is a directory, and a file or a link too");
    }

    private static Tar withRejectedFile() {
        return tar().directory(LAYER + "a", 0755).file(LAYER + "a", "one").file(LAYER + "b", "two");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aFileThatIsRejectedComesBeforeARejectedEntry(IdleThreads threads) {
        assertThat(unpacking(threads).rejected(withRejectedFile().entry('3', LAYER + "device", "", 0, "")))
                .startsWith("a is a directory");
        assertThat(unpacking(threads).rejected(withRejectedFile().file("/elsewhere", "")))
                .startsWith("a is a directory");
    }

    @ParameterizedTest
    @MethodSource("threads")
    void aFileThatIsRejectedComesBeforeAFailureToRead(IdleThreads threads) {
        byte[] tar = withRejectedFile().unfinished();
        assertThat(unpacking(threads)
                        .rejected(() -> Unpacking.contents(
                                new SequenceInputStream(new ByteArrayInputStream(tar), new BrokenStream()))))
                .startsWith("a is a directory");
        assertThat(unpacking(threads).rejected(Arrays.copyOf(tar, tar.length - 700)))
                .startsWith("a is a directory");
    }

    @Test
    void aFileThatIsRejectedComesBeforeAnotherDigest() {
        MemoryCache cache = new MemoryCache();
        String diffId = MemoryCache.diffId(new byte[0]);
        cache.put(diffId, withRejectedFile().bytes());
        assertThat(unpacking(new ArrayList<Runnable>()::add).rejected(cache, diffId))
                .startsWith("a is a directory");
    }

    private static final class BrokenStream extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("broken");
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
