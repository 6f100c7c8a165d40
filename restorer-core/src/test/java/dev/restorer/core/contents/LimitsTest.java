package dev.restorer.core.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.core.contents.compression.Gzip;
import dev.restorer.fixtures.Tar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LimitsTest {

    @TempDir
    Path directory;

    private static ContentsLimits limits() {
        return ContentsLimits.defaults();
    }

    private Unpacking within(ContentsLimits limits) {
        return new Unpacking(directory, limits);
    }

    @Test
    void theMaximumNumberOfEntriesIsUnpacked() {
        Tar tar = new Tar();
        IntStream.range(0, 10).forEach(i -> tar.file("/layers/bp/x/" + i, "one"));
        assertThat(within(limits().withEntries(10)).tree(tar)).hasSize(10);
    }

    @ParameterizedTest
    @ValueSource(chars = {'0', '1', '2', '5'})
    void oneEntryMoreIsRejected(char type) {
        Tar tar = new Tar();
        IntStream.range(0, 10).forEach(i -> tar.file("/layers/bp/x/" + i, "one"));
        tar.entry(type, "/layers/bp/x/more", "/layers/bp/x/1", 0644, "");
        assertThat(within(limits().withEntries(10)).rejected(tar))
                .isEqualTo("it has more than 10 files, directories and links");
    }

    @Test
    void theMaximumNumberOfDirectoriesWithoutAnEntryIsCreated() {
        assertThat(within(limits().withEntries(10)).tree(new Tar().file("/layers/bp/x" + "/d".repeat(10) + "/a", "")))
                .hasSize(11);
        assertThat(within(limits().withEntries(10))
                        .rejected(new Tar().file("/layers/bp/x" + "/d".repeat(11) + "/a", "")))
                .isEqualTo("it has more than 10 directories");
    }

    @Test
    void filesTogetherMayHaveTheMaximumSize() {
        Tar tar = new Tar().file("/layers/bp/x/a", "12345").file("/layers/bp/x/b", "67890");
        assertThat(within(limits().withBytes(10)).tree(tar)).hasSize(2);
        assertThat(within(limits().withBytes(9)).rejected(tar)).isEqualTo("its files have more than 9 bytes");
    }

    @Test
    void theSizeInAHeaderIsCheckedBeforeAnythingIsRead() {
        Tar tar = new Tar().raw(Tar.header('0', "/layers/bp/x/a", "", 0644, (1L << 33) - 1));
        assertThat(within(limits().withBytes(1 << 20)).rejected(tar.unfinished()))
                .isEqualTo("its files have more than 1048576 bytes");
    }

    @Test
    void theSizeInAPaxHeaderIsCheckedToo() {
        Tar tar = new Tar().pax("size", "99999999999999").file("/layers/bp/x/a", "one");
        assertThat(within(limits()).rejected(tar)).isEqualTo("its files have more than 68719476736 bytes");
    }

    @Test
    void aNegativeSizeIsRejected() {
        Tar tar = new Tar().pax("size", "-1000000").file("/layers/bp/x/a", "").file("/layers/bp/x/b", "12345678901");
        assertThat(within(limits().withBytes(10)).rejected(tar)).contains("negative");
    }

    @Test
    void aBombIsRejectedWhileItIsUnpacked() throws IOException {
        MemoryCache cache = new MemoryCache();
        byte[] tar = new Tar().file("/layers/bp/x/a", "0".repeat(4_000_000)).bytes();
        byte[] bomb = Gzip.of(tar);
        assertThat(bomb).hasSizeLessThan(50_000);
        cache.put(MemoryCache.diffId(tar), bomb);
        assertThat(within(limits().withBytes(2_000_000)).rejected(cache, MemoryCache.diffId(tar)))
                .isEqualTo("its files have more than 2000000 bytes");
    }

    @Test
    void aNameMayHaveTheMaximumLength() {
        Tar tar = new Tar().file("/layers/bp/x/1234567", "one");
        assertThat(within(new ContentsLimits(100, 100, 20, 10)).tree(tar)).hasSize(1);
        assertThat(within(new ContentsLimits(100, 100, 19, 10)).rejected(tar))
                .isEqualTo("a name has more than 19 bytes");
    }

    @Test
    void theTargetOfALinkMayHaveTheMaximumLength() {
        Tar tar = new Tar().symbolicLink("/layers/bp/x/l", "é".repeat(10));
        assertThat(within(new ContentsLimits(100, 100, 20, 10)).tree(tar)).hasSize(1);
        assertThat(within(new ContentsLimits(100, 100, 19, 10)).rejected(tar))
                .isEqualTo("the target of a link has more than 19 bytes");
    }

    @Test
    void directoriesMayBeNestedUpToTheLimit() {
        Tar tar = new Tar().file("/layers/bp/x/d/d/a", "one");
        assertThat(within(new ContentsLimits(100, 100, 100, 3)).tree(tar)).hasSize(3);
        assertThat(within(new ContentsLimits(100, 100, 100, 2)).rejected(tar))
                .isEqualTo("more than 2 directories lie in each other");
    }

    @Test
    void theDefaultLimitIs256NestedDirectories() {
        Tar tar = new Tar().longName("/layers/bp/x" + "/d".repeat(256)).directory("cut-off", 0755);
        assertThat(within(limits()).tree(tar)).hasSize(256);
    }

    @Test
    void directoriesAboveTheLayerAreCounted() {
        Tar tar = new Tar();
        IntStream.range(0, 11).forEach(i -> tar.directory("/layers/", 0755));
        assertThat(within(limits().withEntries(10)).rejected(tar))
                .isEqualTo("it has more than 10 files, directories and links");
    }

    @Test
    void aLimitedNumberOfBytesMayFollowTheEndOfATar() {
        Tar tar = new Tar().file("/layers/bp/x/a", "one");
        byte[] end = tar.bytes();
        assertThat(new Unpacking(directory).tree(Arrays.copyOf(end, end.length + (1 << 19))))
                .hasSize(1);
        assertThat(new Unpacking(directory).rejected(Arrays.copyOf(end, end.length + (1 << 21))))
                .isEqualTo("more than 1048576 bytes follow the end of its tar");
    }
}
