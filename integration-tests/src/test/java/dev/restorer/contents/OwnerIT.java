package dev.restorer.contents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.fixtures.OwnJvm;
import dev.restorer.fixtures.Start;
import dev.restorer.process.Finished;
import dev.restorer.process.InstalledCommand;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Root starts a restore for the user of the build. */
@OwnJvm(Start.MAY_GIVE_AWAY)
@Tag("long")
class OwnerIT {

    private static final String OWNER = "1000:1001";
    private static final String ROOT = "0:0";

    @TempDir
    static Path commandDirectory;

    @TempDir
    Path directory;

    private static InstalledCommand command;

    private CacheDirectory cache;
    private Path layers;

    @BeforeAll
    static void install() throws IOException {
        openToAll(commandDirectory);
        command = InstalledCommand.in(commandDirectory.resolve("command"));
    }

    private static void openToAll(Path directory) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @BeforeEach
    void makeCache() throws IOException {
        openToAll(directory);
        cache = new CacheDirectory(directory)
                .layer("x", layer -> layer.directory("directory", 0755).file("directory/file", 0644, "content"))
                .write("0.10");
        InstalledCommand.open(cache.path());
        layers = directory.resolve("layers");
    }

    private Finished restore(List<String> by, String... more) {
        List<String> words = new ArrayList<>(List.of("env", "RESTORER_JAVA_OPTS=-Xshare:auto"));
        words.addAll(by);
        return Processes.run(new Restore(cache, layers).commandIn(command.root(), words, more));
    }

    private Finished restoreForOwner(String... by) {
        return restore(List.of(by), "-uid", "1000", "-gid", "1001");
    }

    private static void assertDone(Finished run) {
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err()).isEmpty();
    }

    private static String owner(Path path) throws IOException {
        Map<String, Object> owner = Files.readAttributes(path, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
        return owner.get("uid") + ":" + owner.get("gid");
    }

    private static Map<String, String> ownersIn(Path root) throws IOException {
        Map<String, String> owners = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.toList()) {
                owners.put(root.relativize(path).toString(), owner(path));
            }
        }
        return owners;
    }

    @Test
    void allOfTheLayersDirectoryAndOfTheCacheIsTheOwnersAfterwards() throws IOException {
        Files.createDirectories(layers.resolve("bp/old"));
        Files.writeString(layers.resolve("analyzed.toml"), "");
        assertDone(restoreForOwner());
        assertThat(ownersIn(layers))
                .containsKeys("", "analyzed.toml", "bp/old", "bp/x", "bp/x.toml", "bp/x/directory/file")
                .allSatisfy((path, owner) -> assertThat(owner).isEqualTo(OWNER));
        assertThat(ownersIn(cache.path()))
                .allSatisfy((path, owner) -> assertThat(owner).isEqualTo(OWNER));
    }

    /** With this Platform API the flag has no effect but that. */
    @ParameterizedTest
    @ValueSource(strings = {"x", ""})
    void theKanikoDirectoryIsGivenWhereABuildImageIsNamed(String buildImage) throws IOException {
        Path kaniko = Files.createDirectories(directory.resolve("kaniko"));
        String[] flags = {"-uid=1000", "-gid=1001", "-kaniko-dir=" + kaniko, "-build-image=" + buildImage};
        assertDone(restore(
                List.of(),
                Stream.concat(Stream.of(flags), Stream.of("-platform-api=0.9")).toArray(String[]::new)));
        assertThat(owner(kaniko)).isEqualTo(buildImage.isEmpty() ? ROOT : OWNER);
    }

    @Test
    void aLinkInTheLayersDirectoryIsGivenAndWhatItLeadsToIsNot() throws IOException {
        Path secret = Files.writeString(directory.resolve("secret"), "of root");
        Path linkedDirectory = Files.createDirectory(directory.resolve("directory"));
        Files.createDirectories(layers);
        Path link = Files.createSymbolicLink(layers.resolve("link"), secret);
        Path directoryLink = Files.createSymbolicLink(layers.resolve("directory-link"), linkedDirectory);
        assertDone(restoreForOwner());
        assertThat(List.of(owner(link), owner(directoryLink))).containsOnly(OWNER);
        assertThat(List.of(owner(secret), owner(linkedDirectory))).containsOnly(ROOT);
    }

    @Test
    void aLayersDirectoryBehindALinkIsGiven() throws IOException {
        Path real = Files.createDirectories(directory.resolve("real"));
        Files.createSymbolicLink(layers, real);
        assertDone(restoreForOwner());
        assertThat(owner(layers)).isEqualTo(ROOT);
        assertThat(ownersIn(real)).allSatisfy((path, owner) -> assertThat(owner).isEqualTo(OWNER));
    }

    @Test
    void variablesAskForAnOwnerTooAndALayersDirectoryThatIsNotThereIsMadeForIt() throws IOException {
        layers = directory.resolve("made/for/layers");
        assertDone(restore(List.of("env", "CNB_USER_ID=1000", "CNB_GROUP_ID=7"), "--gid=1001"));
        assertThat(ownersIn(directory.resolve("made")))
                .allSatisfy((path, owner) -> assertThat(owner).isEqualTo(OWNER));
    }

    @Test
    void aLayersDirectoryThatIsTheOwnersIsNotLookedThrough() throws IOException {
        Files.createDirectories(layers);
        Path file = Files.writeString(layers.resolve("file"), "");
        Files.setAttribute(layers, "unix:uid", 1000);
        Files.setAttribute(layers, "unix:gid", 1001);
        assertDone(restoreForOwner());
        assertThat(owner(file)).isEqualTo(ROOT);
    }

    @Test
    void whatOnlyRootMayReadIsNotRead() throws IOException {
        Files.setPosixFilePermissions(cache.group(), PosixFilePermissions.fromString("rw-------"));
        Finished run = restoreForOwner();
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + cache.group() + " cannot be read: permission");
    }

    @Test
    void classesThatWereArchivedForRootAloneAreNotNeeded() {
        assertDone(restoreForOwner("env", "RESTORER_JAVA_OPTS=", "sh", "-c", "umask 077 && \"$@\"", "sh"));
    }

    @Test
    void aReportGoesToAStandardOutputThatRootOpened() {
        Finished run = restoreForOwner("sh", "-c", "\"$@\" --report /dev/stdout --log-level warn | cat", "sh");
        assertDone(run);
        assertThat(run.out()).singleElement().asString().startsWith("{\"schemaVersion\":1,\"layersDirectory\"");
    }

    @Test
    void whereNothingGivesUpTheRightsOfRootOneWarningSaysSo() throws IOException {
        Finished run = restoreForOwner("env", "PATH=" + programs());
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err())
                .containsExactly("Warning: Restoring as root, and giving every entry to 1000:1001,"
                        + " since neither setpriv of util-linux nor su-exec is on the PATH."
                        + " Install one of them, so that files are read without the rights of root.");
        assertThat(ownersIn(layers))
                .containsKeys("", "bp", "bp/x.toml", "bp/x/directory/file")
                .allSatisfy((path, owner) -> assertThat(owner).isEqualTo(OWNER));
    }

    @Test
    void whereTheOwnerCannotReadTheCommandOneWarningSaysSo() throws IOException {
        Files.setPosixFilePermissions(command.libraries(), PosixFilePermissions.fromString("rwx------"));
        Finished run;
        try {
            run = restoreForOwner();
        } finally {
            openToAll(command.libraries());
        }
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("Warning: Restoring as root, and giving every entry to 1000:1001,"
                        + " since 1000:1001 cannot read " + command.libraries());
    }

    @Test
    void aRootThatMayNotGiveFilesAwayIsToldSoInOneLine() {
        Finished run = restoreForOwner("setpriv", "--bounding-set", "-chown");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: " + layers + " cannot be given to 1000:1001: ");
    }

    @Test
    void whereSomeEntriesCannotBeGivenOneWarningSaysSo() throws IOException {
        Files.createDirectories(layers);
        Path programs = Files.createDirectory(directory.resolve("programs"));
        Path chown = Files.writeString(programs.resolve("chown"), """
                #!/bin/sh
                PATH=${PATH#*:}
                chown "$@"
                printf "'\\033\\302\\233\\342\\200\\256éf': Read-only file system" >&2
                exit 1
                """);
        Files.setPosixFilePermissions(chown, PosixFilePermissions.fromString("rwxr-xr-x"));
        Finished run = restoreForOwner("PATH=" + programs + ":" + System.getenv("PATH"));
        assertThat(run.exitCode()).as("exit code of %s", run).isZero();
        assertThat(run.err())
                .hasSize(2) // the cache too
                .contains("Warning: " + layers + " is given to 1000:1001, except some of its entries:"
                        + " '???éf': Read-only file system. The build may not be able to change them.");
        assertThat(owner(layers)).isEqualTo(OWNER);
    }

    @Test
    void aDiskThatTakesNoOwnerWillDoWhereTheOwnerMayWrite() throws IOException {
        for (Path open : List.of(Files.createDirectories(layers), cache.path())) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxrwxrwx"));
        }
        assertDone(restoreForOwner("setpriv", "--bounding-set", "-chown"));
        assertThat(owner(layers)).isEqualTo(ROOT);
        assertThat(owner(layers.resolve("bp/x/directory/file"))).isEqualTo(OWNER);
    }

    @Test
    void anotherUserIsToldThatOnlyRootGivesFilesAway() throws IOException {
        Files.createDirectories(layers);
        Finished run = restoreForOwner("setpriv", "--reuid=1500", "--regid=1001", "--clear-groups");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err())
                .singleElement()
                .asString()
                .startsWith("ERROR: Only root can give files to 1000:1001, and this process is 1500:1001. ");
    }

    @Test
    void theOwnerAsksForNothingWithIdsOfItsOwn() throws IOException {
        Files.createDirectories(layers);
        Files.setAttribute(layers, "unix:uid", 1000);
        assertDone(restoreForOwner("setpriv", "--reuid=1000", "--regid=1001", "--clear-groups"));
        assertThat(owner(layers.resolve("bp/x.toml"))).isEqualTo(OWNER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--uid=1000",
                "--uid=1000 --gid=x",
                "--uid=1000 --gid=1001 --unknown=x",
                "--uid=1000 --gid=1001 --help",
                "--uid=1000 --gid=1001 --log-level=x",
                "--uid=1000 --gid=1001 --skip-layers=maybe"
            })
    void nothingIsGivenAwayByArgumentsThatAskForNoRestore(String arguments) throws IOException {
        Files.createDirectories(layers);
        restore(List.of(), arguments.split(" ", -1));
        assertThat(owner(layers)).isEqualTo(ROOT);
    }

    /** What the script took for refused would be restored with the rights of root. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "--log-level=x --log-level=WARNING",
                "--cache-image=x --cache-image=",
                "--cache-image=x --cache-dir= --skip-layers=true"
            })
    void theRightsOfRootAreGivenUpForAllThatTheCommandAccepts(String arguments) throws IOException {
        Files.createDirectories(layers);
        List<String> all = new ArrayList<>(List.of("--uid=1000", "--gid=1001"));
        all.addAll(List.of(arguments.split(" ", -1)));
        assertDone(restore(List.of(), all.toArray(String[]::new)));
        assertThat(owner(layers)).isEqualTo(OWNER);
    }

    @Test
    void whereTheWorkingDirectoryWasDeletedARelativeCacheDirectoryIsNotTakenForAnotherOne() throws IOException {
        Path victim = Files.createDirectory(directory.resolve("victim"));
        Path gone = Files.createDirectory(directory.resolve("gone"));
        Finished run = restore(
                List.of("sh", "-c", "cd \"$0\" && rmdir \"$0\" && exec \"$@\"", gone.toString()),
                "--uid=1000",
                "--gid=1001",
                "--cache-dir",
                Path.of("/").relativize(victim).toString());
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(owner(victim)).isEqualTo(ROOT);
    }

    @Test
    void aValueIsNoFlag() throws IOException {
        Files.createDirectories(layers);
        Finished run = restore(
                List.of("sh", "-c", "cd " + directory + " && exec \"$@\"", "sh"),
                "--report",
                "--uid",
                "--group",
                "--gid");
        assertThat(run.exitCode()).as("exit code of %s", run).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().startsWith("ERROR: --gid cannot be read: ");
        assertThat(owner(layers)).isEqualTo(ROOT);
    }

    /** Returns a directory with what the command needs, and with none of the programs that become another user. */
    private Path programs() throws IOException {
        Path programs = Files.createDirectory(directory.resolve("programs"));
        for (String name : List.of("sh", "env", "find", "readlink", "dirname", "ls", "chown", "mkdir")) {
            Path program = Files.writeString(
                    programs.resolve(name), "#!/bin/sh\nPATH=" + System.getenv("PATH") + " exec " + name + " \"$@\"\n");
            Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        return programs;
    }
}
