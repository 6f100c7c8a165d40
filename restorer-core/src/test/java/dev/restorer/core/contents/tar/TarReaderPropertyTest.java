package dev.restorer.core.contents.tar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.core.contents.failure.RejectedException;
import dev.restorer.core.contents.pipeline.IdleThreads;
import dev.restorer.core.contents.pipeline.TarPipeline;
import dev.restorer.core.contents.tar.TarEntry.Kind;
import dev.restorer.spi.LayerContents;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/** Tars of commons-compress have the entries that were written, and that commons-compress reads. */
class TarReaderPropertyTest {

    private static final int MAX_NAME_BYTES = 4095;

    /** An entry to be written. */
    record Item(byte type, String name, String target, int mode, long owner, long time, int size) {

        TarEntry entry() {
            return switch (type) {
                case TarConstants.LF_DIR -> new TarEntry(Kind.DIRECTORY, name + "/", "", mode, 0);
                case TarConstants.LF_SYMLINK -> new TarEntry(Kind.SYMBOLIC_LINK, name, target, mode, 0);
                case TarConstants.LF_LINK -> new TarEntry(Kind.HARD_LINK, name, target, mode, 0);
                case TarConstants.LF_FIFO -> new TarEntry(Kind.OTHER, name, "", mode, 0);
                default -> new TarEntry(Kind.FILE, name, "", mode, size);
            };
        }

        byte[] contents() {
            byte[] contents = new byte[Math.toIntExact(entry().size())];
            Arrays.fill(contents, (byte) mode);
            return contents;
        }
    }

    /** The format that entries are written in. */
    record Format(int longNames, int bigNumbers, boolean paxForNonAscii, int recordSize) {}

    @Provide
    Arbitrary<Format> formats() {
        return Combinators.combine(
                        Arbitraries.of(TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX),
                        Arbitraries.of(TarArchiveOutputStream.BIGNUMBER_STAR, TarArchiveOutputStream.BIGNUMBER_POSIX),
                        Arbitraries.of(true, false),
                        Arbitraries.of(512, 10_240))
                .as(Format::new);
    }

    /** Names of any characters, with lengths around the maximum length in a header. */
    @Provide
    Arbitrary<String> paths() {
        return Combinators.combine(
                        Arbitraries.of("/", ""),
                        Arbitraries.strings()
                                .ofMinLength(1)
                                .ofMaxLength(160)
                                .withChars('a', 'b', '\\', ' ', '=', '\n', '.', 'ü', '漢', '\ufffd'),
                        Arbitraries.integers().between(0, 3))
                .as((start, part, times) -> start + "d" + "x".repeat(30 * times) + ("/" + part).repeat(times + 1));
    }

    @Provide
    Arbitrary<List<Item>> items() {
        return Combinators.combine(
                        Arbitraries.of(
                                TarConstants.LF_NORMAL,
                                TarConstants.LF_NORMAL,
                                TarConstants.LF_CONTIG,
                                TarConstants.LF_DIR,
                                TarConstants.LF_SYMLINK,
                                TarConstants.LF_LINK,
                                TarConstants.LF_FIFO),
                        paths(),
                        paths(),
                        Arbitraries.integers().between(0, 07777),
                        Arbitraries.of(0L, 1000L, 07777777L, 010000000L, 4_000_000_000L),
                        Arbitraries.of(0L, 1L, 077777777777L, 0100000000000L, -1L),
                        Arbitraries.integers().between(0, 200_000))
                .as(Item::new)
                .list()
                .ofMaxSize(6);
    }

    @Property(tries = 300)
    void itsEntriesAreRead(@ForAll("items") List<Item> items, @ForAll("formats") Format format)
            throws IOException, RejectedException {
        byte[] tar = write(items, format);
        List<TarEntry> expected = items.stream().map(Item::entry).toList();
        assertThat(read(tar, items)).isEqualTo(expected);
        assertThat(readByCommonsCompress(tar))
                .isEqualTo(
                        expected.stream().map(TarReaderPropertyTest::relative).toList());
    }

    private static byte[] write(List<Item> items, Format format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, format.recordSize(), "UTF-8")) {
            tar.setLongFileMode(format.longNames());
            tar.setBigNumberMode(format.bigNumbers());
            tar.setAddPaxHeadersForNonAsciiNames(format.paxForNonAscii());
            for (Item item : items) {
                TarArchiveEntry entry = new TarArchiveEntry(item.entry().name(), item.type(), true);
                entry.setMode(item.mode());
                entry.setUserId(item.owner());
                entry.setGroupId(item.owner());
                entry.setModTime(item.time() * 1000);
                entry.setSize(item.entry().size());
                entry.setLinkName(item.entry().target());
                tar.putArchiveEntry(entry);
                tar.write(item.contents());
                tar.closeArchiveEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static List<TarEntry> read(byte[] tar, List<Item> items) throws IOException, RejectedException {
        List<TarEntry> read = new ArrayList<>();
        try (TarHeaders headers = new TarHeaders(
                new ByteArrayInputStream(tar),
                new TarPipeline(IdleThreads.none(), LayerContents.UNKNOWN_SIZE),
                MAX_NAME_BYTES)) {
            for (TarEntry entry = headers.next(); entry != null; entry = headers.next()) {
                assertThat(contents(headers)).isEqualTo(items.get(read.size()).contents());
                read.add(entry);
            }
        }
        return read;
    }

    private static byte[] contents(TarHeaders headers) throws IOException, RejectedException {
        ByteArrayOutputStream contents = new ByteArrayOutputStream();
        for (ByteBuffer bytes = headers.contents(); bytes.hasRemaining(); bytes = headers.contents()) {
            byte[] piece = new byte[bytes.remaining()];
            bytes.get(piece);
            contents.writeBytes(piece);
        }
        return contents.toByteArray();
    }

    private static List<TarEntry> readByCommonsCompress(byte[] tar) throws IOException {
        List<TarEntry> read = new ArrayList<>();
        try (TarArchiveInputStream in = new TarArchiveInputStream(new ByteArrayInputStream(tar), "UTF-8")) {
            for (TarArchiveEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                read.add(relative(new TarEntry(
                        kind(entry), entry.getName(), entry.getLinkName(), entry.getMode(), entry.getSize())));
            }
        }
        return read;
    }

    private static Kind kind(TarArchiveEntry entry) {
        if (entry.isSymbolicLink() || entry.isLink()) {
            return entry.isLink() ? Kind.HARD_LINK : Kind.SYMBOLIC_LINK;
        }
        if (entry.isFIFO()) {
            return Kind.OTHER;
        }
        return entry.isDirectory() ? Kind.DIRECTORY : Kind.FILE;
    }

    /** Removes the leading slash of a name that is not from the header itself, as commons-compress does. */
    private static TarEntry relative(TarEntry entry) {
        String name = entry.name().startsWith("/") ? entry.name().substring(1) : entry.name();
        return new TarEntry(entry.kind(), name, entry.target(), entry.mode(), entry.size());
    }
}
