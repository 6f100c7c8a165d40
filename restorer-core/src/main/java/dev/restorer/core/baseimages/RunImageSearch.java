package dev.restorer.core.baseimages;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.core.decision.RunImageNames;
import dev.restorer.core.decision.RunImagePlan;
import dev.restorer.core.metadata.RunToml;
import dev.restorer.core.metadata.SourceFile;
import dev.restorer.spi.ImageException;
import dev.restorer.spi.ImageReferenceException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Searches the run image under its name and, if the plan allows them, under the other names of {@code run.toml}.
 *
 * @param request names the {@code run.toml}
 * @param plan has the name of the run image
 * @param images finds images
 */
record RunImageSearch(BaseImageRequest request, RunImagePlan.Recorded plan, ImageSourceCalls images) {

    private static final Logger LOG = LoggerFactory.getLogger(BaseImageRecording.LOGGER);
    private static final String REMEDY = "Provide the run.toml of the builder";

    /** An image that was found by one of its names. */
    record Found(String name, CheckedImage image) {}

    /**
     * Finds the image.
     *
     * @return the image of the first name that leads to one
     * @throws ImageException if no name leads to one, and some fail: the failure of the first of these
     */
    Optional<Found> find() {
        ImageException failure = null;
        for (String name : names()) {
            try {
                Optional<CheckedImage> image = images.image(name);
                if (image.isPresent()) {
                    if (!name.equals(plan.name())) {
                        LOG.info("Using {} as run image, since {} cannot be read", name, plan.name());
                    }
                    return Optional.of(new Found(name, image.get()));
                }
            } catch (ImageException e) {
                failure = failure == null ? e : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
        return Optional.empty();
    }

    private List<String> names() {
        return plan.mirrors()
                ? RunImageNames.candidates(plan.name(), entries(), this::repository)
                : List.of(plan.name());
    }

    private List<List<String>> entries() {
        Path file = request.runToml();
        return Files.notExists(file)
                ? List.of()
                : new SourceFile(file.toString(), REMEDY, request.limits()).read(file, RunToml::parse);
    }

    /** A name that is not a reference is equal to no other, and is reported when it is looked for. */
    private String repository(String name) {
        try {
            return images.repository(name);
        } catch (ImageReferenceException e) {
            return name;
        }
    }
}
