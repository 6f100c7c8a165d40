package dev.restorer.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OwnJvm(Start.MAY_GIVE_FILES)
class FileOwnerTest {

    @TempDir
    Path directory;

    private FileOwner owner;

    @BeforeEach
    void makeOwner() throws IOException {
        owner = FileOwner.of(1000, 1001);
    }

    private static String ids(Path path) throws IOException {
        return Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                + ":"
                + Files.getAttribute(path, "unix:gid", LinkOption.NOFOLLOW_LINKS);
    }

    @Test
    void aLinkIsGivenAndWhatItLeadsToIsNot() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        Path link = Files.createSymbolicLink(directory.resolve("link"), file);
        owner.give(link);
        assertThat(ids(link)).isEqualTo("1000:1001");
        assertThat(ids(file)).isEqualTo("0:0");
    }

    @Test
    void whatIsMadeInADirectoryBelongsToItsOwner() throws IOException {
        Path layers = directory.resolve("above/layers");
        TrustedDirectory trusted = new TrustedDirectory(layers, owner);
        try (ConfinedDirectory confined = trusted.make("bp")) {
            confined.replace("replaced", ByteBuffer.allocate(1));
            confined.create("created", ByteBuffer.allocate(1));
            confined.moveIn(Files.createFile(directory.resolve("file")), "moved");
            AtomicDirectories directories = new AtomicDirectories(confined);
            directories.place(directories.makeHidden(), "placed");
            directories.placeNew(directories.makeHidden(), "appeared");
            Files.createDirectory(confined.path().resolve("standing"));
            try (UnmovableDirectory unmovable = directories.openUnmovable("standing")) {
                unmovable.replaceBy(new AtomicDirectories(unmovable.directory()).makeHidden());
            }
            for (String name : confined.names()) {
                assertThat(ids(layers.resolve("bp").resolve(name))).as(name).isEqualTo("1000:1001");
            }
        }
        assertThat(ids(layers)).isEqualTo("1000:1001");
        assertThat(ids(layers.resolve("bp"))).isEqualTo("1000:1001");
        assertThat(ids(layers.resolveSibling("."))).isEqualTo("0:0");
    }

    @Test
    void nobodyElseEntersAHiddenDirectoryWhileItIsFilled() throws IOException {
        try (ConfinedDirectory confined = new TrustedDirectory(directory, owner).make("bp")) {
            HiddenDirectory hidden = new AtomicDirectories(confined).makeHidden();
            assertThat(ids(hidden.path())).isEqualTo("0:0");
            assertThat(FileMode.of(hidden.path())).isEqualTo(0700);
        }
    }

    @Test
    void aDirectoryThatStandsIsGivenWithAllThatIsInItButWhatLinksLeadTo() throws IOException {
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Path file = Files.createFile(outside.resolve("file"));
        Path layers = Files.createDirectories(directory.resolve("layers/a/b"))
                .resolve("../..")
                .normalize();
        Files.createFile(layers.resolve("a/b/file"));
        Files.createSymbolicLink(layers.resolve("a/link"), outside);
        Path top = Files.createSymbolicLink(directory.resolve("top"), layers);
        assertThat(owner.giveTree(top)).isEmpty();
        for (String given : new String[] {"", "a", "a/b", "a/b/file", "a/link"}) {
            assertThat(ids(layers.resolve(given))).as(given).isEqualTo("1000:1001");
        }
        assertThat(ids(outside)).isEqualTo("0:0");
        assertThat(ids(file)).isEqualTo("0:0");
    }

    @Test
    void oneThatBelongsToTheOwnerIsNotLookedInto() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        owner.give(directory);
        assertThat(owner.giveTree(directory)).isEmpty();
        assertThat(ids(file)).isEqualTo("0:0");
    }

    @Test
    void whereNothingStandsNothingIsGiven() throws IOException {
        assertThat(owner.giveTree(directory.resolve("nothing"))).isEmpty();
        Path link = Files.createSymbolicLink(directory.resolve("link"), directory);
        assertThat(owner.giveTree(link, LinkOption.NOFOLLOW_LINKS)).isEmpty();
        assertThat(ids(directory)).isEqualTo("0:0");
    }
}
