package dev.restorer.core.baseimages;

import dev.restorer.BaseImageRecorder;
import dev.restorer.api.ApiVersion;
import dev.restorer.api.BaseImageRequest;
import dev.restorer.api.RecordedBaseImages;
import dev.restorer.api.UnusableMetadataException;
import dev.restorer.api.UnwritableFileException;
import dev.restorer.core.decision.ApiRules;
import dev.restorer.core.decision.BaseImageFacts;
import dev.restorer.core.decision.BaseImagePlan;
import dev.restorer.core.decision.BaseImageRules;
import dev.restorer.core.decision.RunImagePlan;
import dev.restorer.core.layersdir.FileOwners;
import dev.restorer.core.metadata.AnalyzedDocument;
import dev.restorer.core.metadata.RunImage;
import dev.restorer.files.FileOwner;
import dev.restorer.files.FileProblem;
import dev.restorer.files.OwnerException;
import dev.restorer.spi.ImageSource;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Records base images in {@code analyzed.toml}. ServiceLoader finds it. It has no state. */
public final class BaseImageRecording implements BaseImageRecorder {

    /** The name of the logger. Platforms filter by it, so it does not change when a class is renamed. */
    static final String LOGGER = "dev.restorer.core";

    private static final Logger LOG = LoggerFactory.getLogger(LOGGER);

    /** Creates a recorder. */
    public BaseImageRecording() {}

    @Override
    public RecordedBaseImages record(BaseImageRequest request, ImageSource images) {
        Objects.requireNonNull(images, "images");
        ApiVersion platform = ApiRules.requirePlatform(request.platformApi());
        if (!request.mayRecord()) {
            return RecordedBaseImages.none();
        }
        FileOwner owner = owner(request);
        AnalyzedFile file = new AnalyzedFile(request.analyzed(), owner, request.limits());
        AnalyzedDocument document = readOrWarn(file).orElse(null);
        if (document == null) {
            return RecordedBaseImages.none();
        }
        BaseImagePlan plan = BaseImageRules.plan(facts(request, platform, document.runImage()));
        if (plan.runImage() == RunImagePlan.Nothing.UNNAMED) {
            LOG.warn("The run image is not recorded, since {} does not name it", request.analyzed());
        }
        if (plan.isEmpty()) {
            return RecordedBaseImages.none();
        }
        RecordedBaseImages recorded = new BaseImageChanges(request, plan, images, owner).applyTo(document);
        if (!recorded.equals(RecordedBaseImages.none())) {
            file.write(document);
        }
        return recorded;
    }

    private static FileOwner owner(BaseImageRequest request) {
        try {
            return FileOwners.of(request.owner());
        } catch (OwnerException e) {
            throw new UnwritableFileException(
                    request.analyzed(),
                    FileProblem.describe(e),
                    "Run the restore as root, or as the user and group that are to own it",
                    e);
        }
    }

    private static Optional<AnalyzedDocument> readOrWarn(AnalyzedFile file) {
        try {
            return Optional.of(file.read());
        } catch (UnusableMetadataException e) {
            LOG.warn("Base images are not recorded: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static BaseImageFacts facts(BaseImageRequest request, ApiVersion platform, @Nullable RunImage run) {
        return new BaseImageFacts(
                platform, request.extensions(), request.buildImage() != null, run, request.daemon(), request.layout());
    }
}
