package dev.restorer.core.baseimages;

import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.MetadataReadException;
import dev.restorer.api.RecordedBaseImages;
import dev.restorer.core.baseimages.RunImageSearch.Found;
import dev.restorer.core.decision.BaseImagePlan;
import dev.restorer.core.decision.RunImagePlan;
import dev.restorer.core.decision.RunImagePlan.Action;
import dev.restorer.core.metadata.AnalyzedDocument;
import dev.restorer.core.metadata.RunImageTarget;
import dev.restorer.files.FileOwner;
import dev.restorer.files.FileProblem;
import dev.restorer.spi.ImageException;
import dev.restorer.spi.ImageSource;
import dev.restorer.spi.MissingImageException;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the base images of a plan, prepares them for the extender, and records them in the document. */
final class BaseImageChanges {

    private static final Logger LOG = LoggerFactory.getLogger(BaseImageRecording.LOGGER);
    private static final String LAYOUT_REMEDY = "Write its layout into the layout directory, or correct its name";
    private static final String MISSING_REMEDY = "Push it, correct its name, or provide credentials for its registry";

    private final BaseImageRequest request;
    private final BaseImagePlan plan;
    private final ImageSourceCalls images;
    private final ExtenderImages extender;

    BaseImageChanges(BaseImageRequest request, BaseImagePlan plan, ImageSource images, FileOwner owner) {
        this.request = request;
        this.plan = plan;
        this.images = new ImageSourceCalls(images);
        this.extender = new ExtenderImages(request.kanikoDirectory(), owner);
    }

    /** Makes all changes. If this method throws an exception, the document must not be written. */
    RecordedBaseImages applyTo(AnalyzedDocument document) {
        String buildImage = request.buildImage();
        return new RecordedBaseImages(
                plan.buildImage() && buildImage != null ? recordBuildImage(buildImage, document) : null,
                recordRunImage(document));
    }

    private String recordBuildImage(String name, AnalyzedDocument document) {
        CheckedImage image = images.image(name).orElseThrow(() -> missing(name, "build image"));
        prepare(image);
        document.setBuildImage(image.digestReference());
        LOG.info("Build image in analyzed.toml: {}", image.digestReference());
        return image.digestReference();
    }

    private @Nullable String recordRunImage(AnalyzedDocument document) {
        return plan.runImage() instanceof RunImagePlan.Recorded run ? recordRunImage(run, document) : null;
    }

    private @Nullable String recordRunImage(RunImagePlan.Recorded run, AnalyzedDocument document) {
        RunImageSearch search = new RunImageSearch(request, run, images);
        if (run.action() == Action.RECORD_NAME) {
            return recordWithoutDaemon(run, search, document);
        }
        Found found = search.find().orElseThrow(() -> missing(run.name(), "run image"));
        if (run.action() == Action.EXTEND) {
            prepare(found.image());
        }
        return record(run, found, found.image().digestReference(), document);
    }

    /** The image is in a daemon, which is not read. Its name is known, and a registry may have its digest. */
    private static @Nullable String recordWithoutDaemon(
            RunImagePlan.Recorded run, RunImageSearch search, AnalyzedDocument document) {
        String problem;
        try {
            Optional<Found> found = search.find();
            if (found.isPresent()) {
                String name = found.get().name();
                LOG.warn(
                        "The run image {} is read from its registry, since daemons are not read,"
                                + " and is recorded without the id that it has in the daemon",
                        name);
                return record(run, found.get(), name, document);
            }
            problem = "its registry does not have it";
        } catch (ImageException e) {
            problem = String.valueOf(e.getMessage());
        }
        LOG.warn("The run image {} is not recorded, since daemons are not read, and: {}", run.name(), problem);
        return null;
    }

    private static String record(RunImagePlan.Recorded run, Found found, String reference, AnalyzedDocument document) {
        if (!found.name().equals(run.name())) {
            document.setRunImageName(found.name());
        }
        document.setRunImage(reference);
        if (run.target()) {
            document.setTarget(
                    RunImageTarget.of(found.image().platform(), found.image().labels()));
        }
        LOG.info(
                "Run image in analyzed.toml: {}, which has {}",
                reference,
                found.image().digest());
        return reference;
    }

    private MissingImageException missing(String name, String use) {
        return new MissingImageException(name, use, request.layout() ? LAYOUT_REMEDY : MISSING_REMEDY);
    }

    private void prepare(CheckedImage image) {
        try {
            extender.write(image.digest(), image.documents());
        } catch (IOException e) {
            throw new MetadataReadException(
                    "The config of the image " + image.reference(),
                    FileProblem.describe(e),
                    "Run the restore again",
                    e);
        }
    }
}
