package dev.restorer.files;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfinedDirectoryTest {

    @TempDir
    Path directory;

    /** The two ways of naming files in a directory; Linux uses the first, and the second must do the same. */
    enum Way {
        HELD {
            @Override
            ConfinedDirectory make(Path directory) throws IOException {
                return new TrustedDirectory(directory).make("bp");
            }
        },
        NAMED {
            @Override
            ConfinedDirectory make(Path directory) throws IOException {
                return new PathDirectory(Files.createDirectories(directory.resolve("bp")), FileOwner.process());
            }
        };

        abstract ConfinedDirectory make(Path directory) throws IOException;
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(UTF_8));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory.resolve("bp"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void linuxHoldsTheDirectoryOpen() throws IOException {
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            assertThat(confined).isInstanceOf(OpenDirectory.class);
        }
    }

    @ParameterizedTest
    @EnumSource
    void replaceMakesAFileAndLeavesNothingElse(Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replace("x.toml", bytes("one"));
            confined.replace("x.toml", bytes("two"));
        }
        assertThat(directory.resolve("bp/x.toml")).hasContent("two");
        assertThat(names()).containsExactly("x.toml");
    }

    @ParameterizedTest
    @EnumSource
    void anOpenReaderKeepsTheOldFile(Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replace("x.toml", bytes("old, and long"));
            try (var reader = Files.newInputStream(directory.resolve("bp/x.toml"))) {
                confined.replace("x.toml", bytes("new"));
                assertThat(new String(reader.readAllBytes(), UTF_8)).isEqualTo("old, and long");
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLinkInTheFilesPlaceIsReplacedAndItsTargetStays(Way way) throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        try (ConfinedDirectory confined = way.make(directory)) {
            Files.createSymbolicLink(directory.resolve("bp/x.toml"), target);
            confined.replace("x.toml", bytes("new"));
        }
        assertThat(target).hasContent("untouched");
        assertThat(directory.resolve("bp/x.toml")).isRegularFile().hasContent("new");
        assertThat(Files.isSymbolicLink(directory.resolve("bp/x.toml"))).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatIsReplacedKeepsItsModeIfAskedTo(Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replaceKeepingMode("x.toml", bytes("one"));
            FileMode.set(directory.resolve("bp/x.toml"), 0660);
            confined.replaceKeepingMode("x.toml", bytes("two"));
        }
        assertThat(directory.resolve("bp/x.toml")).hasContent("two");
        assertThat(FileMode.of(directory.resolve("bp/x.toml"))).isEqualTo(0660);
        assertThat(names()).containsExactly("x.toml");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoFileIsNotReplacedWhereTheModeIsKept(Way way) throws IOException {
        Path target = Files.writeString(directory.resolve("target"), "untouched");
        try (ConfinedDirectory confined = way.make(directory)) {
            Files.createSymbolicLink(directory.resolve("bp/x.toml"), target);
            assertThatThrownBy(() -> confined.replaceKeepingMode("x.toml", bytes("new")))
                    .hasMessage("it is not a regular file");
        }
        assertThat(target).hasContent("untouched");
        assertThat(names()).containsExactly("x.toml");
    }

    @ParameterizedTest
    @EnumSource
    void aDirectoryInTheFilesPlaceFailsAndLeavesNothingBehind(Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            Files.createDirectories(directory.resolve("bp/x.toml"));
            assertThatThrownBy(() -> confined.replace("x.toml", bytes("new"))).isInstanceOf(IOException.class);
        }
        assertThat(names()).containsExactly("x.toml");
    }

    @ParameterizedTest
    @EnumSource
    void filesAreReadableByOthersAsTheUmaskAllows(Way way) throws IOException, InterruptedException {
        Path other = Files.createFile(directory.resolve("made-plainly"));
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replace("x.toml", bytes("x"));
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("bp/x.toml"))))
                .isEqualTo(PosixFilePermissions.toString(Files.getPosixFilePermissions(other)));
    }

    @ParameterizedTest
    @EnumSource
    void readReturnsNullWhereThereIsNoFile(Way way) throws IOException {
        try (ConfinedDirectory confined = way.make(directory)) {
            assertThat(confined.read("x", 10)).isNull();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReadDuringReplacementsReturnsTheOldOrTheNewFile(Way way) throws Exception {
        List<String> contents = List.of("short", "long ".repeat(1_000));
        ExecutorService writer = Executors.newSingleThreadExecutor();
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replace("x", bytes(contents.get(0)));
            Future<?> writing = writer.submit(() -> {
                for (int i = 0; i < 500; i++) {
                    confined.replace("x", bytes(contents.get(i % 2)));
                }
                return null;
            });
            while (!writing.isDone()) {
                assertThat(confined.read("x", 10_000)).asString(UTF_8).isIn(contents);
            }
            writing.get();
        } finally {
            writer.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource
    void readRefusesALinkALargeFileAndAPipe(Way way) throws Exception {
        try (ConfinedDirectory confined = way.make(directory)) {
            confined.replace("large", bytes("12345678901"));
            Files.createSymbolicLink(directory.resolve("bp/link"), directory.resolve("bp/large"));
            Process mkfifo =
                    new ProcessBuilder("mkfifo", directory.resolve("bp/pipe").toString()).start();
            assertThat(mkfifo.waitFor(10, TimeUnit.SECONDS)).isTrue();

            assertThatThrownBy(() -> confined.read("large", 10)).hasMessageContaining("more than the limit of 10");
            assertThatThrownBy(() -> confined.read("link", 100)).hasMessageContaining("not a regular file");
            assertThatThrownBy(() -> confined.read("pipe", 100)).hasMessageContaining("not a regular file");
        }
    }

    /** The files that describe a process have no size, and content nevertheless. */
    @Test
    void aFileThatHasMoreThanItHadIsNotReadInPart() throws IOException {
        String process = String.valueOf(ProcessHandle.current().pid());
        try (ConfinedDirectory confined = new TrustedDirectory(Path.of("/proc")).openExisting(process)) {
            assertThatThrownBy(() -> confined.read("status", 10)).hasMessage("it grows while it is read");
        }
    }

    @Test
    void aLinkPutInTheDirectoriesPlaceAfterwardsLeadsNowhere() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            Files.move(directory.resolve("bp"), directory.resolve("moved"));
            Files.createSymbolicLink(directory.resolve("bp"), elsewhere);
            confined.replace("x.toml", bytes("x"));
        }
        assertThat(elsewhere).isEmptyDirectory();
        assertThat(directory.resolve("moved/x.toml")).hasContent("x");
    }

    @Test
    void aDirectoryThatIsALinkIsRefused() throws IOException {
        Path elsewhere = Files.createDirectory(directory.resolve("elsewhere"));
        Files.createSymbolicLink(directory.resolve("bp"), elsewhere);
        assertThatThrownBy(() -> new TrustedDirectory(directory).make("bp"))
                .isInstanceOf(LinkedDirectoryException.class);
        assertThatThrownBy(() -> new TrustedDirectory(directory).open("bp"))
                .isInstanceOf(LinkedDirectoryException.class);
        assertThat(elsewhere).isEmptyDirectory();
    }

    @Test
    void aFileInTheDirectoriesPlaceIsRefused() throws IOException {
        Files.createFile(directory.resolve("bp"));
        assertThatThrownBy(() -> new TrustedDirectory(directory).make("bp")).isInstanceOf(NotDirectoryException.class);
    }

    @Test
    void aFileAboveTheDirectoryIsAnErrorAndNotAnAbsence() throws IOException {
        Path file = Files.createFile(directory.resolve("file"));
        assertThatThrownBy(() -> new TrustedDirectory(file).open("bp")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> new TrustedDirectory(file).make("bp")).isInstanceOf(IOException.class);
    }

    @Test
    void openReturnsNothingWhereThereIsNoDirectory() throws IOException {
        assertThat(new TrustedDirectory(directory).open("bp")).isEmpty();
        assertThat(new TrustedDirectory(directory.resolve("not-there")).open("bp"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a/b", "../../evil", "nul\0", "line\nbreak", "\u0085"})
    void namesThatAreNoPlainNamesAreRefused(String name) throws IOException {
        assertThatThrownBy(() -> new TrustedDirectory(directory).make(name))
                .isInstanceOf(IllegalArgumentException.class);
        try (ConfinedDirectory confined = new TrustedDirectory(directory).make("bp")) {
            assertThatThrownBy(() -> confined.replace(name, bytes("x"))).isInstanceOf(IllegalArgumentException.class);
        }
    }
}
