package dev.restorer.registries;

import dev.restorer.fixtures.DockerRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where the image of a test is. */
enum Place {
    LAYOUT {
        @Override
        ImagePlace of(OciLayout image) {
            image.write("1");
            return new ImagePlace() {
                @Override
                public String reference() {
                    return "oci:" + image.directory() + ":1";
                }

                @Override
                public String otherReference() {
                    return "oci:" + image.directory() + ":2";
                }

                @Override
                public String config() {
                    return image.config();
                }

                @Override
                public List<String> layers() {
                    return image.blobs();
                }

                @Override
                public Path file(String digest) {
                    return image.blobFile(digest);
                }

                @Override
                public void close() {
                    // Nothing is open.
                }
            };
        }
    },

    REGISTRY {
        @Override
        ImagePlace of(OciLayout image) throws IOException, InterruptedException {
            image.write("1");
            Path directory = Files.createDirectory(image.directory().resolveSibling("registry"));
            DockerRegistry registry = DockerRegistry.start(directory);
            registry.push(image.directory(), "1");
            return new ImagePlace() {
                @Override
                public String reference() {
                    return registry.name() + "/a/b:1";
                }

                @Override
                public String otherReference() {
                    return registry.name() + "/a/b:2";
                }

                @Override
                public String config() {
                    return image.config();
                }

                @Override
                public List<String> layers() {
                    return image.blobs();
                }

                @Override
                public Path file(String digest) {
                    return DockerRegistry.blobFile(directory, digest);
                }

                @Override
                public void close() {
                    registry.close();
                }
            };
        }
    };

    /** Puts an image there, with the tag 1. */
    abstract ImagePlace of(OciLayout image) throws IOException, InterruptedException;
}
