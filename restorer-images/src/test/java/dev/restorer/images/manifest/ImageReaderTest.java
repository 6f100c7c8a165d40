package dev.restorer.images.manifest;

import static dev.restorer.images.TestImage.json;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.images.reference.Digest;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.ImagePlatform;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImageReaderTest {

    private static final String CONFIG = "{'digest':'" + Digest.sha256(new byte[0]) + "','size':0}";
    private static final byte[] MANIFEST = json("{'config':" + CONFIG + ",'layers':[]}");

    /** Reads an image whose config cannot be kept in memory. */
    private static Object read(OutOfMemoryError error) throws Exception {
        ImageReader.Documents documents = new ImageReader.Documents() {
            @Override
            public Optional<byte[]> manifest(Descriptor descriptor) {
                return Optional.empty();
            }

            @Override
            public Optional<byte[]> config(Descriptor descriptor) {
                throw error;
            }
        };
        StoredImage.Name name = new StoredImage.Name("example.com/cache:latest", "example.com/cache");
        ImageReader reader = new ImageReader(name, new ImagePlatform("linux", "amd64", null), documents);
        return reader.read("sha256:0", MANIFEST, "", blob -> Optional.empty());
    }

    @Test
    void aConfigThatTheMemoryCannotHoldIsADamagedImageWithTheOptionForMore() {
        assertThatExceptionOfType(DamagedImageException.class)
                .isThrownBy(() -> read(new OutOfMemoryError("Java heap space")))
                .withMessageContaining(
                        "its config " + Digest.sha256(new byte[0]) + " is larger than the memory of the JVM")
                .withMessageContaining("-Xmx");
    }

    @Test
    void aThreadThatCannotBeStartedIsNoDamagedImage() {
        OutOfMemoryError noThread = new OutOfMemoryError("unable to create native thread: possibly out of memory");
        assertThatThrownBy(() -> read(noThread)).isSameAs(noThread);
    }
}
