package dev.restorer.core.baseimages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.restorer.BaseImageRecorder;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RecordedBaseImages;
import dev.restorer.api.UnknownApiException;
import dev.restorer.api.UnwritableFileException;
import dev.restorer.fixtures.CapturedLog;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.MissingImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BaseImageRecordingTest {

    private static final String RUN = "r.example/run:1";
    private static final String UNKNOWN = "[run-image]\nimage = \"" + RUN + "\"\n";
    private static final String EXTENDED = UNKNOWN + "extend = true\n";
    private final ImageReadException down = new ImageReadException("r.example", RUN, "it does not answer", "Start it");

    private final BaseImageRecorder recorder = BaseImageRecorder.load();
    private final NamedImages images = new NamedImages();

    @TempDir
    Path directory;

    private Path analyzed;
    private Path kaniko;

    @BeforeEach
    void name() {
        analyzed = directory.resolve("analyzed.toml");
        kaniko = directory.resolve("kaniko");
    }

    private BaseImageRequest.Builder request() {
        return BaseImageRequest.of(analyzed)
                .extensions(true)
                .runToml(directory.resolve("run.toml"))
                .kanikoDirectory(kaniko);
    }

    private RecordedBaseImages record(BaseImageRequest.Builder request) {
        return recorder.record(request.build(), images);
    }

    private void write(String toml) throws IOException {
        Files.writeString(analyzed, toml);
    }

    private String read() throws IOException {
        return Files.readString(analyzed);
    }

    private List<String> tree() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @SuppressWarnings("NullAway") // the call passes a null on purpose
    void noSourceIsRefusedAlsoWhereNoneIsNeeded() {
        BaseImageRequest nothing = BaseImageRequest.of(analyzed).build();
        assertThatNullPointerException().isThrownBy(() -> recorder.record(nothing, null));
    }

    @Test
    void theRunImageIsRecordedWithAllThatItSays() throws IOException {
        write(UNKNOWN);
        images.with(
                RUN,
                new ImagePlatform("linux", "arm", "v7"),
                Map.of(
                        "io.buildpacks.base.id", "an.id",
                        "io.buildpacks.base.distro.name", "ubuntu",
                        "io.buildpacks.base.distro.version", "22.04"));
        RecordedBaseImages recorded = record(request());
        assertThat(recorded).isEqualTo(new RecordedBaseImages(null, "r.example/run@" + NamedImages.DIGEST));
        assertThat(read()).isEqualTo("""
                        [run-image]
                        image = "r.example/run:1"
                        reference = "r.example/run@%s"
                        [run-image.target]
                        id = "an.id"
                        os = "linux"
                        arch = "arm"
                        arch-variant = "v7"
                        [run-image.target.distro]
                        name = "ubuntu"
                        version = "22.04"
                        """.formatted(NamedImages.DIGEST));
        assertThat(tree()).containsExactly("analyzed.toml");
    }

    @Test
    void ofAnImageThatSaysLittleLittleIsRecorded() throws IOException {
        write(UNKNOWN);
        images.with(
                RUN, new ImagePlatform("linux", "amd64", null), Map.of("io.buildpacks.base.distro.version", "22.04"));
        record(request());
        assertThat(read()).endsWith("""
                [run-image.target]
                os = "linux"
                arch = "amd64"
                [run-image.target.distro]
                name = ""
                version = "22.04"
                """);
    }

    @Test
    void belowPlatformApi012TheTargetIsNotWritten() throws IOException {
        write(UNKNOWN);
        images.with(RUN);
        record(request().platformApi("0.11"));
        assertThat(read()).isEqualTo(UNKNOWN + "reference = \"r.example/run@" + NamedImages.DIGEST + "\"\n");
    }

    @Test
    void anImageToBeExtendedIsPreparedForTheExtender() throws IOException {
        write(EXTENDED);
        images.with(RUN);
        record(request());
        String layout = "kaniko/cache/base/" + NamedImages.DIGEST;
        assertThat(tree())
                .containsExactly(
                        "analyzed.toml",
                        layout + "/blobs/sha256/" + "a".repeat(64),
                        layout + "/blobs/sha256/" + "c".repeat(64),
                        layout + "/index.json",
                        layout + "/oci-layout");
        assertThat(kaniko.resolve("cache/base").resolve(NamedImages.DIGEST).resolve("index.json"))
                .hasContent(
                        "{\"schemaVersion\":2,\"mediaType\":\"application/vnd.oci.image.index.v1+json\",\"manifests\":"
                                + "[{\"mediaType\":\"a/manifest+json\",\"size\":8,\"digest\":\"" + NamedImages.DIGEST
                                + "\"}]}");
        assertThat(kaniko.resolve("cache/base").resolve(NamedImages.DIGEST).resolve("blobs/sha256/" + "c".repeat(64)))
                .hasContent("config");
    }

    @Test
    void anImageThatWasPreparedBeforeIsReplaced() throws IOException {
        write(EXTENDED);
        images.with(RUN);
        record(request());
        List<String> once = tree();
        Path index = kaniko.resolve("cache/base").resolve(NamedImages.DIGEST).resolve("index.json");
        Files.writeString(index, "damaged");
        record(request());
        assertThat(tree()).isEqualTo(once);
        assertThat(index).content().startsWith("{\"schemaVersion\"");
    }

    @Test
    void theBuildImageIsRecordedInAFileThatIsMadeForIt() throws IOException {
        images.with("r.example/build:1");
        RecordedBaseImages recorded = record(request().buildImage("r.example/build:1"));
        assertThat(recorded.buildImage()).isEqualTo("r.example/build@" + NamedImages.DIGEST);
        assertThat(read()).isEqualTo("[build-image]\nreference = \"r.example/build@" + NamedImages.DIGEST + "\"\n");
        assertThat(kaniko.resolve("cache/base").resolve(NamedImages.DIGEST)).isDirectory();
    }

    @Test
    void withoutExtensionsAndBuildImageNothingIsReadAndNothingAsked() throws IOException {
        write("no TOML");
        assertThat(record(request().extensions(false))).isEqualTo(RecordedBaseImages.none());
        assertThat(images.asked).isEmpty();
    }

    @Test
    void aTargetThatIsKnownLeavesTheFileAsItIs() throws IOException {
        String known = "# a comment\n" + UNKNOWN + "target = {os = \"linux\"}\n";
        write(known);
        record(request());
        assertThat(read()).isEqualTo(known);
        assertThat(images.asked).isEmpty();
    }

    @Test
    void anUnusableFileIsOneWarning() throws IOException {
        write("no TOML");
        try (CapturedLog log = new CapturedLog()) {
            assertThat(record(request())).isEqualTo(RecordedBaseImages.none());
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN Base images are not recorded: " + analyzed);
        }
    }

    @Test
    void aFileBeyondTheLimitIsOneWarning() throws IOException {
        write(UNKNOWN);
        try (CapturedLog log = new CapturedLog()) {
            record(request().limits(new MetadataLimits(10)));
            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .contains("larger than the limit of 10 bytes. If this document is meant, raise the limit");
        }
    }

    @Test
    void withExtensionsAMissingAnalyzedTomlIsAWarning() throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(record(request())).isEqualTo(RecordedBaseImages.none());
            assertThat(log.lines())
                    .containsExactly("WARN The run image is not recorded, since " + analyzed + " does not name it");
        }
        try (CapturedLog log = new CapturedLog()) {
            images.with("r.example/build:1");
            record(request().extensions(false).buildImage("r.example/build:1"));
            assertThat(log.lines()).noneMatch(line -> line.startsWith("WARN"));
        }
    }

    @Test
    void aMissingImageOfALayoutHasAnotherRemedy() throws IOException {
        write(UNKNOWN);
        assertThatExceptionOfType(MissingImageException.class)
                .isThrownBy(() -> record(request().layout(true)))
                .withMessageEndingWith("Write its layout into the layout directory, or correct its name.");
    }

    @Test
    void aMissingImageIsAnErrorAndTheFileStays() throws IOException {
        write(UNKNOWN);
        assertThatExceptionOfType(MissingImageException.class)
                .isThrownBy(() -> record(request()))
                .withMessageStartingWith("The run image r.example/run:1 is not found: ")
                .withMessageEndingWith("Push it, correct its name, or provide credentials for its registry.");
        assertThatExceptionOfType(MissingImageException.class)
                .isThrownBy(() -> record(request().buildImage("r.example/build:1")))
                .withMessageStartingWith("The build image r.example/build:1 is not found: ");
        assertThat(read()).isEqualTo(UNKNOWN);
    }

    @Test
    void anImageThatCannotBeReadIsAnError() throws IOException {
        write(UNKNOWN);
        images.failing(RUN, down);
        assertThatExceptionOfType(ImageReadException.class).isThrownBy(() -> record(request()));
    }

    @Test
    void whereTheSelectedNameFailsAMirrorTakesItsPlace() throws IOException {
        write(UNKNOWN + "reference = \"old\"\n");
        Files.writeString(
                directory.resolve("run.toml"),
                "[[images]]\nimage = \"" + RUN + "\"\nmirrors = [\"m.example/none\", \"m.example/run:1\"]\n");
        images.failing(RUN, down).with("m.example/run:1");
        record(request().platformApi("0.14"));
        assertThat(images.asked).containsExactly(RUN, "m.example/none", "m.example/run:1");
        assertThat(read())
                .startsWith("[run-image]\nimage = \"m.example/run:1\"\nreference = \"m.example/run@"
                        + NamedImages.DIGEST + "\"\n");
        write(UNKNOWN);
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> record(request().platformApi("0.13")));
    }

    @Test
    void aDamagedImageAndAnInvalidNameAreFailuresOfThatNameOnly() throws IOException {
        write(UNKNOWN);
        Files.writeString(
                directory.resolve("run.toml"),
                "[[images]]\nimage = \"" + RUN + "\"\nmirrors = [\"m.example/ \", \"m.example/run:1\"]\n");
        images.failing(RUN, new DamagedImageException(RUN, "it has no config", "Push it again"))
                .failing("m.example/ ", new ImageReferenceException("m.example/ ", 10, "there is a space", "Remove it"))
                .with("m.example/run:1");
        assertThat(record(request()).runImage()).isEqualTo("m.example/run@" + NamedImages.DIGEST);
    }

    @Test
    void whereNoMirrorHelpsTheFirstFailureCounts() throws IOException {
        write(UNKNOWN);
        Files.writeString(
                directory.resolve("run.toml"), "[[images]]\nimage = \"m.example/a\"\nmirrors = [\"" + RUN + "\"]\n");
        images.failing(RUN, down);
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> record(request()))
                .isSameAs(down);
        assertThat(images.asked).containsExactly(RUN, "m.example/a");
    }

    @Test
    void aRunTomlThatCannotBeUsedIsAnError() throws IOException {
        write(UNKNOWN);
        Files.writeString(directory.resolve("run.toml"), "images = [{image = \"a\", mirrors = [1]}]");
        assertThatExceptionOfType(MetadataReadException.class)
                .isThrownBy(() -> record(request()))
                .withMessageContaining("images[0].mirrors has an element that is not a string");
    }

    @Test
    void aRunTomlThatCannotBeFoundIsNotTakenForAMissingOne() throws IOException {
        write(UNKNOWN);
        Path runToml = directory.resolve("run.toml");
        Files.createSymbolicLink(runToml, runToml);
        images.with(RUN);
        assertThatExceptionOfType(MetadataReadException.class)
                .isThrownBy(() -> record(request()))
                .withMessageStartingWith(runToml + " cannot be read: ")
                .withMessageEndingWith("Provide the run.toml of the builder.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cache", "cache/base"})
    void aLinkInTheKanikoDirectoryIsNotFollowed(String link) throws IOException {
        write("[run-image]\nimage = \"" + RUN + "\"\nextend = true\n");
        images.with(RUN);
        Path outside = Files.createDirectory(directory.resolve("outside"));
        Files.createDirectories(kaniko.resolve(link).getParent());
        Files.createSymbolicLink(kaniko.resolve(link), outside);
        assertThatExceptionOfType(UnwritableFileException.class)
                .isThrownBy(() -> record(request()))
                .withMessageContaining(kaniko.resolve(link) + " cannot be written: it is a symbolic link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void forADaemonTheTargetIsThatOfTheRegistryAndTheReferenceItsName() throws IOException {
        write(UNKNOWN);
        images.with(RUN);
        try (CapturedLog log = new CapturedLog()) {
            assertThat(record(request().daemon(true)).runImage()).isEqualTo(RUN);
            assertThat(log.lines().stream().filter(line -> line.startsWith("WARN")))
                    .hasSize(1);
        }
        assertThat(read()).startsWith(UNKNOWN + "reference = \"" + RUN + "\"\n[run-image.target]\nos = \"linux\"\n");
    }

    @Test
    void anImageThatOnlyADaemonHasIsOneWarning() throws IOException {
        write(UNKNOWN);
        try (CapturedLog log = new CapturedLog()) {
            assertThat(record(request().daemon(true))).isEqualTo(RecordedBaseImages.none());
            assertThat(log.lines())
                    .containsExactly("WARN The run image r.example/run:1 is not recorded, since daemons are not read,"
                            + " and: its registry does not have it");
        }
        assertThat(read()).isEqualTo(UNKNOWN);
        images.failing(RUN, down);
        assertThat(record(request().daemon(true))).isEqualTo(RecordedBaseImages.none());
        images.failing(RUN, new DamagedImageException(RUN, "it has no config", "Push it again"));
        assertThat(record(request().daemon(true))).isEqualTo(RecordedBaseImages.none());
    }

    @Test
    void aRunImageWithoutANameIsOneWarning() throws IOException {
        write("[run-image]\nextend = true\n");
        try (CapturedLog log = new CapturedLog()) {
            record(request());
            assertThat(log.lines())
                    .containsExactly("WARN The run image is not recorded, since " + analyzed + " does not name it");
        }
    }

    @Test
    void theModeOfTheFileIsKept() throws IOException {
        write(UNKNOWN);
        Files.setPosixFilePermissions(analyzed, PosixFilePermissions.fromString("rw-rw-r--"));
        images.with(RUN);
        record(request());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(analyzed)))
                .isEqualTo("rw-rw-r--");
    }

    /**
     * What a link leads to may be a file that only this user may read, and others than this user may make links here.
     */
    @Test
    void aLinkIsNeitherFollowedNorReplaced() throws IOException {
        Path target = Files.writeString(directory.resolve("other.toml"), UNKNOWN);
        Files.createSymbolicLink(analyzed, target);
        assertThatExceptionOfType(MetadataReadException.class)
                .isThrownBy(() -> record(request()))
                .withMessageContaining("it is a symbolic link");
        assertThat(target).hasContent(UNKNOWN);
        assertThat(images.asked).isEmpty();
    }

    @Test
    void aFileThatCannotBeWrittenIsAnErrorWithARemedy() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "");
        analyzed = file.resolve("layers").resolve("analyzed.toml");
        images.with("r.example/build:1");
        assertThatExceptionOfType(UnwritableFileException.class)
                .isThrownBy(() -> record(request().buildImage("r.example/build:1")))
                .withMessageStartingWith(analyzed + " cannot be written: ")
                .withMessageContaining("Let its directory be writable")
                .satisfies(e -> assertThat(e.path()).isEqualTo(analyzed));
    }

    @Test
    void aKanikoDirectoryThatCannotBeWrittenIsAnErrorAndTheFileStays() throws IOException {
        write(EXTENDED);
        kaniko = Files.writeString(directory.resolve("file"), "");
        images.with(RUN);
        assertThatExceptionOfType(UnwritableFileException.class)
                .isThrownBy(() -> record(request()))
                .withMessageContaining("Mount a directory that the user of the build can write to at " + kaniko);
        assertThat(read()).isEqualTo(EXTENDED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../../x", "sha256:..", "sha256:", ""})
    void anInvalidDigestOfAnImageIsAnErrorOfItsSource(String digest) throws IOException {
        write(EXTENDED);
        images.digest = digest;
        images.with(RUN);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> record(request()))
                .withMessage(NamedImages.IMAGE + " returned an invalid digest: \"" + digest
                        + "\". Report it to the developers of that image source, or use another one.")
                .satisfies(e -> assertThat(e.providers()).containsExactly(NamedImages.IMAGE));
        assertThat(tree()).containsExactly("analyzed.toml");
        assertThat(read()).isEqualTo(EXTENDED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anInvalidDigestIsNotRecordedEitherWhereNothingIsExtended(boolean daemon) throws IOException {
        write(UNKNOWN);
        images.digest = "../..";
        images.with(RUN);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> record(request().daemon(daemon)))
                .withMessageStartingWith(NamedImages.IMAGE + " returned an invalid digest: \"../..\". ");
        assertThat(read()).isEqualTo(UNKNOWN);
    }

    @Test
    void whatASourceThrowsNamesItsClass() throws IOException {
        write(EXTENDED);
        images.failing(RUN, new IllegalArgumentException("a defect"));
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> record(request()))
                .withMessageStartingWith(
                        NamedImages.class.getName() + " threw java.lang.IllegalArgumentException: a defect. ");
        assertThat(read()).isEqualTo(EXTENDED);
    }

    /** The mirror of an image whose read was ended by closing the source. */
    @Test
    void anImageOfAClosedSourceIsNoDefectOfTheSource() throws IOException {
        write(UNKNOWN);
        Files.writeString(
                directory.resolve("run.toml"),
                "[[images]]\nimage = \"" + RUN + "\"\nmirrors = [\"m.example/run:1\"]\n");
        images.failing(RUN, down);
        for (RuntimeException closed :
                List.of(new IllegalStateException("it is closed"), new CancellationException("it is cancelled"))) {
            images.failing("m.example/run:1", closed);
            assertThatExceptionOfType(closed.getClass())
                    .isThrownBy(() -> record(request().platformApi("0.14")))
                    .isSameAs(closed);
        }
    }

    @Test
    void anInvalidDigestOfAConfigLeavesNothing() throws IOException {
        write(EXTENDED);
        images.config = "sha256:..";
        images.with(RUN);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> record(request()))
                .withMessageStartingWith(
                        NamedImages.IMAGE + " returned an invalid digest of a config: \"sha256:..\". ");
        assertThat(kaniko).doesNotExist();
    }

    @Test
    void anInvalidMediaTypeIsAnErrorOfTheSource() throws IOException {
        write(EXTENDED);
        images.mediaType = "a/\"b";
        images.with(RUN);
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> record(request()))
                .withMessageStartingWith(NamedImages.IMAGE + " returned an invalid media type: \"a/\\\"b\". ");
        assertThat(kaniko).doesNotExist();
    }

    @Test
    void anUnknownPlatformApiIsAnError() {
        assertThatExceptionOfType(UnknownApiException.class)
                .isThrownBy(() -> record(request().platformApi("0.99")));
    }
}
