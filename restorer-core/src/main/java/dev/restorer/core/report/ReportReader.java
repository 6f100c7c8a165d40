package dev.restorer.core.report;

import dev.restorer.ReportFormat;
import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import dev.restorer.core.formats.FormatException;
import dev.restorer.core.formats.json.JsonObject;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Reads reports. Properties that are not known are ignored, since later releases may add some. */
final class ReportReader {

    private ReportReader() {}

    static RestoreReport read(byte[] json) {
        JsonObject report = JsonObject.parse(json);
        long version = report.wholeNumber("schemaVersion");
        if (version != ReportFormat.VERSION) {
            throw new FormatException("its schemaVersion", "is " + version + ", not " + ReportFormat.VERSION);
        }
        return new RestoreReport(
                report.path("layersDirectory"),
                report.objects("buildpacks").map(ReportReader::buildpack).toList(),
                sbom(report.objectOrNull("sbom")),
                report.paths("launchSbom"),
                image(report.objectOrNull("previousImage")),
                image(report.objectOrNull("cacheImage")));
    }

    private static BuildpackReport buildpack(JsonObject json) {
        String id = json.string("id");
        return new BuildpackReport(
                new Buildpack(id, json.string("version"), json.string("api")),
                json.pathOrNull("folder"),
                json.pathOrNull("store"),
                json.objects("layers").map(layer -> layer(id, layer)).toList(),
                json.objects("contents").map(contents -> contents(id, contents)).toList());
    }

    private static LayerOutcome layer(String buildpackId, JsonObject json) {
        LayerMetadata metadata = LayerMetadata.of(json.string("diffId"))
                .types(LayerTypes.of(json.bool("build"), json.bool("launch"), json.bool("cache")))
                .build();
        LayerDecision decision = new LayerDecision(
                new LayerId(buildpackId, json.string("layer")),
                json.constant("source", MetadataSource.class),
                metadata,
                json.constant("reason", Reason.class));
        Path written = json.pathOrNull("written");
        Path name = written == null ? null : written.getFileName();
        return new LayerOutcome(decision, name == null ? null : name.toString());
    }

    private static ContentsOutcome contents(String buildpackId, JsonObject json) {
        ContentsReason reason = json.constant("reason", ContentsReason.class);
        ContentsDecision decision = new ContentsDecision(
                new LayerId(buildpackId, json.string("layer")),
                reason,
                json.stringOrNull("layerDiffId"),
                reason.restored() ? json.string("cacheDiffId") : json.stringOrNull("cacheDiffId"));
        boolean restored = json.bool("restored");
        if (restored && !reason.restored()) {
            throw new FormatException("restored", "is true, and " + reason + " is no reason to restore contents");
        }
        return restored
                ? new ContentsOutcome.Restored(
                        decision,
                        json.nonNegativeNumber("bytes"),
                        json.nonNegativeNumber("files"),
                        Duration.ofMillis(json.nonNegativeNumber("milliseconds")))
                : new ContentsOutcome.Removed(decision, json.constant("kind", RemovalKind.class), json.string("cause"));
    }

    private static @Nullable SbomOutcome sbom(@Nullable JsonObject json) {
        if (json == null) {
            return null;
        }
        String diffId = json.string("diffId");
        return json.bool("restored")
                ? new SbomOutcome.Restored(diffId, json.paths("files"))
                : new SbomOutcome.NotRestored(diffId, json.string("cause"));
    }

    private static @Nullable ReportedImage image(@Nullable JsonObject json) {
        return json == null ? null : new ReportedImage(json.string("reference"), json.string("digest"));
    }
}
