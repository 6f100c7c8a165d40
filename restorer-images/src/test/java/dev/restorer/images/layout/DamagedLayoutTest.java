package dev.restorer.images.layout;

import static dev.restorer.images.TestImage.index;
import static dev.restorer.images.TestImage.json;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.restorer.images.TestImage;
import dev.restorer.images.reference.LayoutReference;
import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImagePlatform;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedLayoutTest {

    private static final byte[] LAYER = {1, 2, 3};
    private static final LayoutImages IMAGES = new LayoutImages(new ImagePlatform("linux", "amd64", null));

    @TempDir
    Path directory;

    private Optional<Image> image() {
        return IMAGES.inLayout((LayoutReference) Reference.parse("oci:" + layout()));
    }

    private Path layout() {
        return directory.resolve("layout");
    }

    private TestImage alone() throws IOException {
        return TestImage.of(Map.of("a", "b"), LAYER).alone(layout());
    }

    private void isDamaged(String problem) {
        assertThatExceptionOfType(DamagedImageException.class)
                .isThrownBy(this::image)
                .withMessageContaining(problem);
    }

    @Test
    void aDirectoryAboveALayoutIsReportedWithTheOneToName() throws IOException {
        alone();
        assertThatExceptionOfType(DamagedImageException.class)
                .isThrownBy(() -> IMAGES.inLayout((LayoutReference) Reference.parse("oci:" + directory)))
                .withMessageContaining("Name the directory that contains oci-layout and index.json");
    }

    @Test
    void aChangedManifestIsDetected() throws IOException {
        TestImage image = alone();
        byte[] changed = image.manifest();
        changed[changed.length - 2] = ' ';
        Files.write(image.blobFile(layout(), image.manifest()), changed);
        isDamaged("different digest");
    }

    @Test
    void aChangedConfigIsDetected() throws IOException {
        TestImage image = alone();
        byte[] changed = image.config();
        changed[1] = ' ';
        Files.write(image.blobFile(layout(), image.config()), changed);
        isDamaged("different digest");
    }

    @Test
    void aMissingOrLongerConfigIsDetected() throws IOException {
        TestImage image = alone();
        Path config = image.blobFile(layout(), image.config());
        Files.write(config, new byte[image.config().length + 1]);
        isDamaged("config");
        Files.delete(config);
        isDamaged("does not exist");
    }

    @Test
    void aChangedLayerFailsAtItsEnd() throws IOException {
        TestImage image = alone();
        Files.write(image.blobFile(layout(), LAYER), new byte[] {1, 2, 4});
        try (LayerContents layer =
                image().orElseThrow().layer(image.diffIds().get(0)).orElseThrow()) {
            assertThat(layer.stream().readNBytes(3)).hasSize(3);
            assertThatIOException().isThrownBy(() -> layer.stream().read()).withMessageContaining("different digest");
            assertThatIOException().isThrownBy(() -> layer.stream().read());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void aLayerOfAnotherSizeFails(int size) throws IOException {
        TestImage image = alone();
        Files.write(image.blobFile(layout(), LAYER), new byte[size]);
        try (LayerContents layer =
                image().orElseThrow().layer(image.diffIds().get(0)).orElseThrow()) {
            assertThatIOException()
                    .isThrownBy(() -> layer.stream().readAllBytes())
                    .withMessageContaining("3 bytes");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{'manifests':{}}",
                "{'manifests':[{}]}",
                "{'manifests':[{'digest':'sha256:../../etc/passwd','size':1}]}",
                "{'manifests':[{'digest':'md5:0123456789abcdef0123456789abcdef','size':1}]}",
                "{'manifests':[],'layers':[]}",
                "{'schemaVersion':2,'mediaType':'text/plain','manifests':[]}"
            })
    void anInvalidIndexIsDetected(String text) throws IOException {
        TestImage unused = alone();
        Files.write(layout().resolve("index.json"), json(text));
        isDamaged("index.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'imageLayoutVersion':'2.0.0'}", "no"})
    void anotherLayoutVersionIsDetected(String marker) throws IOException {
        TestImage unused = alone();
        Files.write(layout().resolve("oci-layout"), json(marker));
        isDamaged("layout");
    }

    @Test
    void anIndexOrManifestAboveTheLimitIsRejected() throws IOException {
        TestImage unused = alone();
        String descriptor = "{\"digest\":\"sha256:" + "0".repeat(64) + "\",\"size\":4194305}";
        Files.write(layout().resolve("index.json"), index(descriptor));
        isDamaged("4194304 is the limit");
        Files.write(layout().resolve("index.json"), new byte[(4 << 20) + 1]);
        isDamaged("4194304 is the limit");
    }

    @Test
    void aConfigAboveTheLimitIsRejected() throws IOException {
        TestImage image = alone();
        byte[] manifest = new String(image.manifest(), UTF_8)
                .replace("\"size\":" + image.config().length, "\"size\":67108865")
                .getBytes(UTF_8);
        Path unused = TestImage.blob(layout(), manifest);
        Files.write(layout().resolve("index.json"), index(TestImage.descriptor(TestImage.OCI_MANIFEST, manifest, "")));
        isDamaged("67108864 is the limit");
    }

    @Test
    void aManifestThatIsAlsoAnIndexIsRejected() throws IOException {
        TestImage image = alone();
        String text = new String(image.manifest(), UTF_8);
        byte[] both = (text.substring(0, text.length() - 1) + ",\"manifests\":[]}").getBytes(UTF_8);
        Path unused = TestImage.blob(layout(), both);
        Files.write(layout().resolve("index.json"), index(TestImage.descriptor(TestImage.OCI_MANIFEST, both, "")));
        isDamaged("fields");
    }

    @Test
    void aConfigWithOtherLayersIsDetected() throws IOException {
        TestImage image = alone();
        String text = new String(image.manifest(), UTF_8);
        byte[] without = text.replaceAll("\"layers\":\\[.*]", "\"layers\":[]").getBytes(UTF_8);
        Path unused = TestImage.blob(layout(), without);
        Files.write(layout().resolve("index.json"), index(TestImage.descriptor(TestImage.OCI_MANIFEST, without, "")));
        isDamaged("0 layers");
    }

    @Test
    void indexesNestedTooDeeplyAreRejected() throws IOException {
        byte[] inner = alone().manifest();
        String kind = TestImage.OCI_MANIFEST;
        for (int i = 0; i < 6; i++) {
            inner = index(TestImage.descriptor(kind, inner, ""));
            kind = TestImage.OCI_INDEX;
            Path unused = TestImage.blob(layout(), inner);
        }
        Files.write(layout().resolve("index.json"), index(TestImage.descriptor(kind, inner, "")));
        isDamaged("nested more than");
    }

    @Test
    void aLinkOutOfTheLayoutIsNotFollowed() throws IOException {
        TestImage image = alone();
        Path layer = image.blobFile(layout(), LAYER);
        Path outside = Files.write(directory.resolve("outside"), LAYER);
        Files.delete(layer);
        Files.createSymbolicLink(layer, outside);
        Image found = image().orElseThrow();
        assertThatIOException()
                .isThrownBy(() -> found.layer(image.diffIds().get(0)))
                .withMessageContaining("refers to a path outside of");
        Files.move(layout().resolve("blobs"), directory.resolve("blobs"));
        Files.createSymbolicLink(layout().resolve("blobs"), directory.resolve("blobs"));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(this::image)
                .withMessageContaining("refers to a path outside of");
    }

    /** As if the link had come there between the check of the path and the opening of the file. */
    @ParameterizedTest
    @ValueSource(strings = {"blobs", "blobs/sha256", "blobs/sha256/1"})
    void aPathWithALinkIsNotOpened(String link) throws IOException {
        Path file = layout().resolve("blobs/sha256/1");
        Files.createDirectories(file.getParent());
        Files.write(file, LAYER);
        try (InputStream in = HeldFile.open(layout(), file)) {
            assertThat(in).hasBinaryContent(LAYER);
        }
        Path moved = directory.resolve("moved");
        Files.move(layout().resolve(link), moved);
        Files.createSymbolicLink(layout().resolve(link), moved);
        assertThat(file).exists();
        assertThatIOException().isThrownBy(() -> HeldFile.open(layout(), file));
    }

    /** Layouts in one directory may share blobs. */
    @Test
    void aLinkInsideADirectoryOfLayoutsIsFollowed() throws IOException {
        TestImage image = TestImage.of(Map.of(), LAYER).alone(directory.resolve("r.example/a/1"));
        Path layer = image.blobFile(directory.resolve("r.example/a/1"), LAYER);
        Path shared = directory.resolve("shared");
        Files.move(layer, shared);
        Files.createSymbolicLink(layer, shared);
        Image found = IMAGES.inDirectory((RegistryReference) Reference.parse("r.example/a:1"), directory)
                .orElseThrow();
        try (LayerContents contents = found.layer(image.diffIds().get(0)).orElseThrow()) {
            assertThat(contents.stream()).hasBinaryContent(LAYER);
        }
    }

    @Test
    void aPipeIsNotOpened() throws Exception {
        TestImage image = alone();
        Path config = image.blobFile(layout(), image.config());
        Files.delete(config);
        assertThat(new ProcessBuilder("mkfifo", config.toString()).start().waitFor())
                .isZero();
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(this::image)
                .withMessageContaining("is not a regular file");
    }
}
