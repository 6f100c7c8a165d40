package dev.restorer.command;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.process.Finished;
import dev.restorer.process.InstalledCommand;
import dev.restorer.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The archive of classes is one that the JVM takes, wherever the command and the JDK come from. */
@Tag("long")
class ArchiveIT {

    @TempDir
    Path directory;

    private InstalledCommand command;
    private ScriptedJdk jdk;

    @BeforeEach
    void install() throws IOException {
        command = InstalledCommand.in(directory.resolve("command"));
        jdk = ScriptedJdk.in(directory.resolve("jdk"));
    }

    private static String classPath(Finished run) {
        return run.out().get(run.out().indexOf("-cp") + 1);
    }

    private static Finished start(InstalledCommand command, ScriptedJdk jdk) {
        return jdk.run("RESTORER_JAVA_OPTS=", command.command(), List.of("stores"));
    }

    private int dumpsAfterAnotherStart() throws IOException {
        start(command, jdk);
        return jdk.dumps();
    }

    @Test
    void aJvmReadsItsClassesFromTheArchiveOfACopiedCheckout() {
        Processes.run(List.of(command.command(), "stores"));
        InstalledCommand copy = command.copyTo(directory.resolve("copy"), COPY_ATTRIBUTES);
        Processes.run(List.of(copy.command(), "stores"));
        Finished run = Processes.run(List.of("env", "RESTORER_JAVA_OPTS=-Xlog:class+load", copy.command(), "stores"));
        assertThat(run.out())
                .filteredOn(line -> line.contains(" dev.restorer.cli.Main source: "))
                .singleElement()
                .asString()
                .endsWith("shared objects file");
    }

    @Test
    void itIsMadeOnceAndUsedFromThenOn() throws IOException {
        start(command, jdk);
        Finished run = start(command, jdk);
        assertThat(jdk.dumps()).isEqualTo(1);
        assertThat(run.out())
                .anyMatch(line -> line.startsWith("-XX:SharedArchiveFile=" + command.root()) && line.endsWith(".jsa"));
    }

    @Test
    void aJvmThatStoresLinkedClassesHasSuchAnArchive() throws IOException {
        jdk.build("25+1");
        start(command, jdk);
        Finished run = start(command, jdk);
        assertThat(jdk.dumps()).isEqualTo(1);
        assertThat(run.out())
                .anyMatch(line -> line.startsWith("-XX:AOTCache=" + command.root()) && line.endsWith(".aot"));
    }

    @Test
    void itIsMadeAnewForACopyThatKeepsTheTimesOfFiles() throws IOException {
        start(command, jdk);
        command = command.copyTo(directory.resolve("copy"), COPY_ATTRIBUTES);
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
    }

    @Test
    void itIsMadeAnewWhereTheJarHasAnotherTimeThoughAnEarlierOne() throws IOException {
        start(command, jdk);
        Files.setLastModifiedTime(command.jar(), FileTime.from(Instant.EPOCH));
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
    }

    @Test
    void itIsMadeAnewWhereOneOfTheOtherJarsWasReplacedThoughByAnEarlierOne() throws IOException {
        start(command, jdk);
        Path library = command.libraries().resolve("start/jackson-core.jar");
        Files.setLastModifiedTime(library, FileTime.from(Instant.EPOCH));
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
    }

    @Test
    void theClassPathIsOneJarThatWasMadeWithIt() throws IOException {
        assertThat(classPath(start(command, jdk)))
                .startsWith(command.root().toString())
                .endsWith(jdk.home() + ".jsa.jar");
    }

    @Test
    void itIsMadeAnewWhereTheJarWasBuiltWhileItWasMade() throws IOException {
        jdk.building(command.jar());
        start(command, jdk);
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
    }

    @Test
    void itIsMadeAnewWhereTheNextDistributionOfTheSameTimeWasUnpackedOverIt() throws IOException {
        Path root = Files.createDirectory(directory.resolve("unpacked"));
        Files.move(command.root().resolve("bin"), root.resolve("bin"));
        Files.move(command.libraries(), root.resolve("lib"));
        Path jar = Files.move(command.jar(), root.resolve("lib/restorer-cli.jar"));
        InstalledCommand unpacked = new InstalledCommand(root);
        start(unpacked, jdk);
        start(unpacked, jdk);
        assertThat(jdk.dumps()).isEqualTo(1);
        FileTime time = Files.getLastModifiedTime(jar);
        Files.writeString(jar, "the next");
        Files.setLastModifiedTime(jar, time);
        start(unpacked, jdk);
        start(unpacked, jdk);
        assertThat(jdk.dumps()).isEqualTo(2);
    }

    @Test
    void twoJvmsAtOnePathInTurnHaveOneJarEach() throws IOException {
        String first = classPath(start(command, jdk));
        jdk.build("25+1");
        assertThat(classPath(start(command, jdk))).isNotEqualTo(first);
        jdk.build("17+1");
        assertThat(classPath(start(command, jdk))).isEqualTo(first);
        assertThat(jdk.dumps()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a:jdk", "a jdk", "a%20jdk", "a[jdk]"})
    void aJdkWithAnotherPathInAClassPathOrInAUrlStartsFromTheSeparateJars(String name) throws IOException {
        Finished run = start(command, ScriptedJdk.in(directory.resolve(name)));
        assertThat(run.out()).anyMatch(line -> line.startsWith(command.jar() + ":"));
    }

    @Test
    void itIsMadeAnewForAnotherBuildOfTheJdkInThePlaceOfTheFirst() throws IOException {
        start(command, jdk);
        jdk.build("17+2");
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
    }

    @Test
    void itIsMadeAnewWhereTheSameBuildOfTheJdkWasPutThereAgain() throws IOException {
        start(command, jdk);
        Files.setLastModifiedTime(
                jdk.home().resolve("lib/modules"), FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(dumpsAfterAnotherStart()).isEqualTo(2);
    }

    @Test
    void twoJdksInTurnHaveOneEach() throws IOException {
        ScriptedJdk other = ScriptedJdk.in(directory.resolve("other"));
        for (int turn = 0; turn < 2; turn++) {
            start(command, jdk);
            start(command, other);
        }
        assertThat(List.of(jdk.dumps(), other.dumps())).containsExactly(1, 1);
    }

    @Test
    void whereItCannotBeMadeOneWarningSaysWhyAndItIsNotTriedAgain() throws IOException {
        jdk.fail();
        Path log = command.root().resolve(".restorer/archive.log");
        assertThat(start(command, jdk).err())
                .containsExactly("Warning: The command starts slowly, since the archive of its classes cannot be made. "
                        + log + " says why.");
        assertThat(log).exists();
        assertThat(start(command, jdk).err()).isEmpty();
        assertThat(jdk.dumps()).isEqualTo(1);
    }

    @Test
    void anAtSignThatNamesNoFileOfOptionsCostsNoQuickStart() {
        Finished run = jdk.run("JAVA_TOOL_OPTIONS=-Dmail=a@b.example", command.command(), List.of("stores"));
        assertThat(run.out()).contains("-XX:+UseSerialGC").anyMatch(line -> line.startsWith("-XX:SharedArchiveFile="));
    }
}
