package dev.restorer.images;

import dev.restorer.spi.ImageSource;
import dev.restorer.spi.ImageSourceConfiguration;
import dev.restorer.spi.ImageSourceProvider;

/**
 * Provides sources of images in registries and OCI layouts.
 *
 * <p>A reference is {@code [HOST[:PORT]/]REPOSITORY[:TAG][@DIGEST]}, for Docker Hub also in its short forms, or
 * {@code oci:DIR[:TAG|@DIGEST]}, which always names an OCI layout. Anything else is reported as a wrong reference, so
 * providers with greater ids are never asked.
 *
 * @since 0.1
 */
public final class StoredImagesProvider implements ImageSourceProvider {

    /** For {@link java.util.ServiceLoader}. */
    public StoredImagesProvider() {}

    @Override
    public String id() {
        return "oci";
    }

    @Override
    public boolean supports(String reference) {
        return true;
    }

    @Override
    public ImageSource open(ImageSourceConfiguration configuration) {
        return new StoredImages(configuration);
    }
}
