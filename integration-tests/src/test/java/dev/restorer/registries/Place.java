package dev.restorer.registries;

import dev.restorer.fixtures.DockerRegistry;
import dev.restorer.fixtures.OciLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where the image of a test is. */
enum Place {
    LAYOUT {
        @Override
        ImagePlace of(OciLayout image) {
            image.write("1");
            return new ImagePlace("oci:" + image.directory(), image, image::blobFile, () -> {});
        }
    },

    REGISTRY {
        @Override
        ImagePlace of(OciLayout image) throws IOException, InterruptedException {
            image.write("1");
            Path directory = Files.createDirectory(image.directory().resolveSibling("registry"));
            DockerRegistry registry = DockerRegistry.start(directory);
            registry.push(image.directory(), "1");
            return new ImagePlace(
                    registry.name() + "/a/b",
                    image,
                    digest -> DockerRegistry.blobFile(directory, digest),
                    registry::close);
        }
    };

    /** Puts an image there, with the tag 1. */
    abstract ImagePlace of(OciLayout image) throws IOException, InterruptedException;
}
