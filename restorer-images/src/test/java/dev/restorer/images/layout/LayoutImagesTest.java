package dev.restorer.images.layout;

import static dev.restorer.images.TestImage.named;
import static dev.restorer.images.TestImage.platform;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.restorer.fixtures.CapturedLog;
import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.images.reference.LayoutReference;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageDocuments;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LayoutImagesTest {

    private static final byte[] LAYER = {1, 2, 3};
    private static final LayoutImages IMAGES = new LayoutImages(new ImagePlatform("linux", "arm64", null));

    @TempDir
    Path directory;

    private Optional<Image> image(String rest) {
        return IMAGES.inLayout((LayoutReference) Reference.parse("oci:" + directory + rest));
    }

    private void index(String... descriptors) throws IOException {
        Files.write(directory.resolve("index.json"), TestImage.index(descriptors));
    }

    @Test
    void anImageHasTheValuesOfItsConfig() throws IOException {
        TestImage written = TestImage.of(Map.of("a", "b"), LAYER).alone(directory);
        Image image = image("").orElseThrow();
        assertThat(image.digest()).isEqualTo(written.digest());
        assertThat(image.reference()).isEqualTo("oci:" + directory);
        assertThat(image.platform()).hasToString("linux/amd64");
        assertThat(image.labels()).containsExactly(Map.entry("a", "b"));
        assertThat(image.diffIds()).isEqualTo(written.diffIds());
    }

    @Test
    void aLayerIsFoundByItsDiffId() throws IOException {
        TestImage written = TestImage.of(Map.of(), new byte[] {9}, LAYER).alone(directory);
        Image image = image("").orElseThrow();
        try (LayerContents layer = image.layer(written.diffIds().get(1)).orElseThrow()) {
            assertThat(layer.size()).isEqualTo(3);
            assertThat(layer.stream()).hasBinaryContent(LAYER);
        }
        assertThat(image.layer("sha256:" + "0".repeat(64))).isEmpty();
    }

    @Test
    void theSizeOfALayerIsThatOfTheManifestThoughItsBlobIsMissing() throws IOException {
        TestImage written = TestImage.of(Map.of(), new byte[] {9}, LAYER).alone(directory);
        Files.delete(written.blobFile(directory, LAYER));
        Image image = image("").orElseThrow();
        assertThat(image.layerSize(written.diffIds().get(1))).hasValue(3);
        assertThat(image.layerSize("sha256:" + "0".repeat(64))).isEmpty();
    }

    @Test
    void itsDocumentsAreThoseThatAreStored() throws IOException {
        TestImage written = TestImage.of(Map.of("a", "b"), LAYER).alone(directory);
        ImageDocuments documents = image("").orElseThrow().documents();
        assertThat(documents.mediaType()).isEqualTo(TestImage.OCI_MANIFEST);
        assertThat(documents.manifest()).isEqualTo(written.manifest());
        assertThat(documents.config()).isEqualTo(written.config());
        assertThat(documents.configDigest())
                .isEqualTo(Digest.sha256(written.config()).toString());
    }

    @Test
    void aConfigThatIsReplacedAfterwardsIsNoDocument() throws IOException {
        TestImage written = TestImage.of(Map.of("a", "b"), LAYER).alone(directory);
        Image image = image("").orElseThrow();
        byte[] other = written.config();
        other[other.length - 1]++;
        Files.write(written.blobFile(directory, written.config()), other);
        assertThatIOException().isThrownBy(image::documents).withMessageContaining("has a different digest");
    }

    @Test
    void theDigestReferenceNamesTheLayoutAndTheImage() throws IOException {
        TestImage written = TestImage.of(Map.of(), LAYER).into(directory);
        index(written.descriptor(named("v1")));
        assertThat(image(":v1").orElseThrow().digestReference()).isEqualTo("oci:" + directory + "@" + written.digest());
    }

    @Test
    void aMissingLayerIsEmpty() throws IOException {
        TestImage written = TestImage.of(Map.of(), LAYER).alone(directory);
        Files.delete(written.blobFile(directory, LAYER));
        assertThat(image("").orElseThrow().layer(written.diffIds().get(0))).isEmpty();
    }

    @Test
    void aMissingDirectoryHasNoImageAndIsNamed() throws IOException {
        try (CapturedLog log = new CapturedLog()) {
            assertThat(image("/none")).isEmpty();
            assertThat(log.lines())
                    .containsExactly("INFO The directory " + directory + "/none does not exist. Correct the path behind"
                            + " oci:, unless no build has written it yet.");
        }
        TestImage unused = TestImage.of(Map.of()).alone(directory);
        try (CapturedLog log = new CapturedLog()) {
            assertThat(image(":none")).isEmpty();
            assertThat(log.lines()).isEmpty();
        }
    }

    @Test
    void aTagOrADigestSelectsAnImage() throws IOException {
        TestImage one = TestImage.of(Map.of("n", "1")).into(directory);
        TestImage two = TestImage.of(Map.of("n", "2")).into(directory);
        index(one.descriptor(named("v1")), two.descriptor(named("r.example/a:2")));
        assertThat(image(":v1").orElseThrow().digest()).isEqualTo(one.digest());
        assertThat(image(":r.example/a:2").orElseThrow().digest()).isEqualTo(two.digest());
        assertThat(image("@" + two.digest()).orElseThrow().digest()).isEqualTo(two.digest());
        assertThat(image(":v3")).isEmpty();
        assertThat(image("@sha256:" + "0".repeat(64))).isEmpty();
    }

    @Test
    void withoutATagThePlatformSelectsAnImage() throws IOException {
        TestImage arm = TestImage.on("linux", "arm64").into(directory);
        TestImage amd = TestImage.on("linux", "amd64").into(directory);
        index(amd.descriptor(platform("linux", "amd64", "")), arm.descriptor(platform("linux", "arm64", "v8")));
        assertThat(image("").orElseThrow().digest()).isEqualTo(arm.digest());
        index(amd.descriptor(platform("linux", "amd64", "")), amd.descriptor(platform("windows", "amd64", "")));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> image(""))
                .withMessageContaining("linux/amd64, windows/amd64");
    }

    @Test
    void aNestedIndexIsSearched() throws IOException {
        TestImage arm = TestImage.on("linux", "arm64").into(directory);
        TestImage amd = TestImage.on("linux", "amd64").into(directory);
        byte[] nested = TestImage.index(
                amd.descriptor(platform("linux", "amd64", "")), arm.descriptor(platform("linux", "arm64", "")));
        Path unused = TestImage.blob(directory, nested);
        index(TestImage.descriptor(TestImage.OCI_INDEX, nested, named("all")));
        assertThat(image(":all").orElseThrow().digest()).isEqualTo(arm.digest());
    }

    @Test
    void theOnlyImageOfALayoutIsTakenForAnyPlatformUnlikeThatOfANestedIndex() throws IOException {
        TestImage amd = TestImage.on("linux", "amd64").into(directory);
        String descriptor = amd.descriptor(platform("linux", "amd64", ""));
        index(descriptor);
        assertThat(image("")).isPresent();
        byte[] nested = TestImage.index(descriptor);
        Path unused = TestImage.blob(directory, nested);
        index(TestImage.descriptor(TestImage.OCI_INDEX, nested, ""));
        assertThat(image("")).isEmpty();
    }

    @Test
    void ofSeveralImagesWithoutATagAndWithoutAPlatformNoneIsTaken() throws IOException {
        TestImage amd = TestImage.on("linux", "amd64").into(directory);
        TestImage other = TestImage.of(Map.of("a", "b")).into(directory);
        index(amd.descriptor(named("one")), other.descriptor(named("two")));
        LayoutImages images = new LayoutImages(ImagePlatform.linux("amd64"));
        LayoutReference reference = (LayoutReference) Reference.parse("oci:" + directory);
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> images.inLayout(reference))
                .withMessageContaining("Name one by its tag or digest");
    }

    @Test
    void anImageWithSeveralTagsIsTheOnlyOne() throws IOException {
        TestImage written = TestImage.of(Map.of()).into(directory);
        index(written.descriptor(named("one")), written.descriptor(named("two")));
        assertThat(image("").orElseThrow().digest()).isEqualTo(written.digest());
    }

    @Test
    void aDigestIsFoundInANestedIndex() throws IOException {
        TestImage arm = TestImage.on("linux", "arm64").into(directory);
        TestImage amd = TestImage.on("linux", "amd64").into(directory);
        byte[] inner = TestImage.index(
                arm.descriptor(platform("linux", "arm64", "")), amd.descriptor(platform("linux", "amd64", "")));
        byte[] outer = TestImage.index(TestImage.descriptor(TestImage.OCI_INDEX, inner, ""));
        byte[] missing = TestImage.index();
        Path unused = TestImage.blob(directory, inner);
        unused = TestImage.blob(directory, outer);
        index(
                TestImage.descriptor(TestImage.OCI_INDEX, missing, named("other")),
                TestImage.descriptor(TestImage.OCI_INDEX, outer, named("all")));
        assertThat(image("@" + amd.digest()).orElseThrow().digest()).isEqualTo(amd.digest());
        assertThat(image("@" + Digest.sha256(inner)).orElseThrow().digest()).isEqualTo(arm.digest());
        assertThat(image("@sha256:" + "0".repeat(64))).isEmpty();
    }

    @Test
    void aNestedIndexThatIsNamedManyTimesIsReadOnce() throws IOException {
        byte[] inner = TestImage.index();
        String[] names = new String[1_000];
        for (int level = 0; level < 4; level++) {
            Path unused = TestImage.blob(directory, inner);
            Arrays.fill(names, TestImage.descriptor(TestImage.OCI_INDEX, inner, ""));
            inner = TestImage.index(names);
        }
        TestImage unusedImage = TestImage.of(Map.of()).into(directory);
        index(names);
        assertTimeoutPreemptively(
                Duration.ofSeconds(30),
                () -> assertThat(image("@sha256:" + "0".repeat(64))).isEmpty());
    }

    @Test
    void aDirectoryOfLayoutsHasOneForEachTagAndDigest() throws IOException {
        TestImage tagged =
                TestImage.of(Map.of("n", "1")).alone(directory.resolve("index.docker.io/library/ubuntu/22.04"));
        TestImage other = TestImage.of(Map.of("n", "2"));
        other.alone(
                directory.resolve("r.example:5000/a/b").resolve(other.digest().replace(':', '/')));
        assertThat(IMAGES.inDirectory((RegistryReference) Reference.parse("ubuntu:22.04"), directory)
                        .orElseThrow()
                        .digest())
                .isEqualTo(tagged.digest());
        assertThat(IMAGES.inDirectory(
                                (RegistryReference) Reference.parse("r.example:5000/a/b@" + other.digest()), directory)
                        .orElseThrow()
                        .digest())
                .isEqualTo(other.digest());
        assertThat(IMAGES.inDirectory((RegistryReference) Reference.parse("ubuntu:latest"), directory))
                .isEmpty();
    }
}
