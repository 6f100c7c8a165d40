package dev.restorer;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.ProviderException;
import dev.restorer.api.RecordedBaseImages;
import dev.restorer.api.UnknownApiException;
import dev.restorer.api.UnwritableFileException;
import dev.restorer.spi.ImageException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.MissingImageException;

/**
 * Records the base images of a build with image extensions in {@code analyzed.toml}: digests, and what the run image
 * runs on. Later phases extend these images, and tell buildpacks what they build for. (Platform specification,
 * restorer)
 *
 * <p>Implementations are safe for use by several threads, each with an {@code analyzed.toml} of its own.
 *
 * @since 0.1
 */
public interface BaseImageRecorder {

    /**
     * Finds the recorder with {@link java.util.ServiceLoader}.
     *
     * @return the recorder of the engine
     * @throws ProviderException if there is no engine, or more than one
     */
    static BaseImageRecorder load() {
        return Engines.only(BaseImageRecorder.class);
    }

    /**
     * Records the images that the request and {@code analyzed.toml} call for, which are none for most builds. The file
     * is replaced as a whole, and keeps all other values. What a daemon would be needed for, and an
     * {@code analyzed.toml} that cannot be used, are logged as one warning.
     *
     * @param request the facts
     * @param images the source of the images; it is called only if one is recorded, and stays open
     * @return what was recorded
     * @throws UnknownApiException if the Platform API is not known
     * @throws MetadataReadException if a file cannot be read, or {@code run.toml} cannot be used
     * @throws MissingImageException if an image is not found
     * @throws ImageException if an image cannot be read
     * @throws ProviderException if the source or an image returns or throws what its interface rules out
     * @throws IllegalStateException if the source is closed
     * @throws UnwritableFileException if {@code analyzed.toml} or the kaniko directory cannot be written
     */
    RecordedBaseImages record(BaseImageRequest request, ImageSource images);
}
