package dev.restorer.core.baseimages;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.RecordedBaseImages;
import dev.restorer.core.decision.BaseImagePlan;
import dev.restorer.core.decision.BaseImagePlan.Action;
import dev.restorer.core.decision.RunImageNames;
import dev.restorer.core.metadata.AnalyzedDocument;
import dev.restorer.core.metadata.RunImageTarget;
import dev.restorer.core.metadata.RunToml;
import dev.restorer.core.metadata.SourceFile;
import dev.restorer.files.FileOwner;
import dev.restorer.files.FileProblem;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageException;
import dev.restorer.spi.ImageReferenceException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.MissingImageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the base images of a plan, prepares them for the extender, and records them in the document. */
final class BaseImageChanges {

    private static final Logger LOG = LoggerFactory.getLogger(BaseImageRecording.LOGGER);
    private static final String LAYOUT_REMEDY = "Write its layout into the layout directory, or correct its name";
    private static final String MISSING_REMEDY = "Push it, correct its name, or provide credentials for its registry";
    private static final String RUN_REMEDY = "Provide the run.toml of the builder";

    private final BaseImageRequest request;
    private final BaseImagePlan plan;
    private final ImageSource images;
    private final ExtenderImages extender;

    BaseImageChanges(BaseImageRequest request, BaseImagePlan plan, ImageSource images, FileOwner owner) {
        this.request = request;
        this.plan = plan;
        this.images = images;
        this.extender = new ExtenderImages(request.kanikoDirectory(), owner);
    }

    /** Makes all changes. If this method throws an exception, the document must not be written. */
    RecordedBaseImages in(AnalyzedDocument document) {
        String buildImage = request.buildImage();
        return new RecordedBaseImages(
                plan.buildImage() && buildImage != null ? recordBuildImage(buildImage, document) : null,
                recordRunImage(document));
    }

    private String recordBuildImage(String name, AnalyzedDocument document) {
        Image image = images.image(name).orElseThrow(() -> missing(name, "build image"));
        prepare(image);
        document.setBuildImage(image.digestReference());
        LOG.info("Build image in analyzed.toml: {}", image.digestReference());
        return image.digestReference();
    }

    private @Nullable String recordRunImage(AnalyzedDocument document) {
        return switch (plan.runImage()) {
            case NONE, UNNAMED -> null;
            case RECORD, EXTEND -> recordRunImage(named(), document);
            case RECORD_NAME -> recordWithoutDaemon(document);
        };
    }

    private String recordRunImage(Named found, AnalyzedDocument document) {
        if (plan.runImage() == Action.EXTEND) {
            prepare(found.image());
        }
        String reference = found.image().digestReference();
        record(found, reference, document);
        return reference;
    }

    /** The image is in a daemon, which is not read. Its name is known, and a registry may have its digest. */
    private @Nullable String recordWithoutDaemon(AnalyzedDocument document) {
        String name = plan.runImageName();
        String problem;
        try {
            Optional<Named> found = find();
            if (found.isPresent()) {
                LOG.warn(
                        "The run image {} is read from its registry, since daemons are not read,"
                                + " and is recorded without the id that it has in the daemon",
                        found.get().name());
                record(found.get(), found.get().name(), document);
                return found.get().name();
            }
            problem = "its registry does not have it";
        } catch (ImageException e) {
            problem = String.valueOf(e.getMessage());
        }
        LOG.warn("The run image {} is not recorded, since daemons are not read, and: {}", name, problem);
        return null;
    }

    private void record(Named found, String reference, AnalyzedDocument document) {
        if (!found.name().equals(plan.runImageName())) {
            document.setRunImageName(found.name());
        }
        document.setRunImage(reference);
        if (plan.target()) {
            document.setTarget(RunImageTarget.of(found.image()));
        }
        LOG.info(
                "Run image in analyzed.toml: {}, which has {}",
                reference,
                found.image().digest());
    }

    private Named named() {
        return find().orElseThrow(() -> missing(plan.runImageName(), "run image"));
    }

    private MissingImageException missing(String name, String use) {
        return new MissingImageException(name, use, request.layout() ? LAYOUT_REMEDY : MISSING_REMEDY);
    }

    /** An image that was found by one of its names. */
    private record Named(String name, Image image) {}

    /** The failure for the selected name counts, unless another name leads to an image. */
    private Optional<Named> find() {
        String selected = plan.runImageName();
        List<String> names =
                plan.mirrors() ? RunImageNames.candidates(selected, mirrors(), this::repository) : List.of(selected);
        ImageException failure = null;
        for (String name : names) {
            try {
                Optional<Image> image = images.image(name);
                if (image.isPresent()) {
                    if (!name.equals(selected)) {
                        LOG.info("Using {} as run image, since {} cannot be read", name, selected);
                    }
                    return Optional.of(new Named(name, image.get()));
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

    /** A name that is not a reference is equal to no other, and is reported when it is looked for. */
    private String repository(String name) {
        try {
            return images.repository(name);
        } catch (ImageReferenceException e) {
            return name;
        }
    }

    private List<List<String>> mirrors() {
        Path file = request.runToml();
        return Files.exists(file)
                ? new SourceFile(file.toString(), RUN_REMEDY, request.limits()).read(file, RunToml::parse)
                : List.of();
    }

    private void prepare(Image image) {
        try {
            extender.write(image, image.documents());
        } catch (IOException e) {
            throw new MetadataReadException(
                    "The config of the image " + image.reference(),
                    FileProblem.describe(e),
                    "Run the restore again",
                    e);
        }
    }
}
