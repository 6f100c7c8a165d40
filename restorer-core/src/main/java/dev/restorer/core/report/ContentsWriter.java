package dev.restorer.core.report;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.SbomOutcome;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/** The parts of a report about contents. Each always has the same properties; a property without a value is null. */
record ContentsWriter(JsonGenerator json) {

    void contents(ContentsOutcome outcome) {
        ContentsDecision decision = outcome.decision();
        json.writeStartObject();
        json.writeStringProperty("layer", decision.id().layer());
        json.writeStringProperty("reason", decision.reason().name());
        json.writeStringProperty("why", why(outcome));
        text("layerDiffId", decision.layerDiffId());
        text("cacheDiffId", decision.cacheDiffId());
        if (outcome instanceof ContentsOutcome.Restored restored) {
            json.writeBooleanProperty("restored", true);
            json.writeNumberProperty("bytes", restored.bytes());
            json.writeNumberProperty("files", restored.files());
            json.writeNumberProperty("milliseconds", restored.time().toMillis());
            json.writeNullProperty("cause");
            json.writeNullProperty("kind");
        } else if (outcome instanceof ContentsOutcome.Removed removed) {
            json.writeBooleanProperty("restored", false);
            json.writeNullProperty("bytes");
            json.writeNullProperty("files");
            json.writeNullProperty("milliseconds");
            json.writeStringProperty("cause", removed.cause());
            json.writeStringProperty("kind", removed.kind().name());
        }
        json.writeEndObject();
    }

    /** The cause of a decision to remove a layer is more exact than the description of the reason. */
    private static String why(ContentsOutcome outcome) {
        ContentsDecision decision = outcome.decision();
        return outcome instanceof ContentsOutcome.Removed removed && !decision.restored()
                ? removed.cause()
                : decision.reason().description();
    }

    void sbom(@Nullable SbomOutcome outcome) {
        if (outcome == null) {
            json.writeNullProperty("sbom");
            return;
        }
        json.writeObjectPropertyStart("sbom");
        json.writeStringProperty("diffId", outcome.diffId());
        if (outcome instanceof SbomOutcome.Restored restored) {
            json.writeBooleanProperty("restored", true);
            paths("files", restored.files());
            json.writeNullProperty("cause");
        } else if (outcome instanceof SbomOutcome.NotRestored not) {
            json.writeBooleanProperty("restored", false);
            json.writeNullProperty("files");
            json.writeStringProperty("cause", not.cause());
        }
        json.writeEndObject();
    }

    void launchSbom(List<Path> files) {
        paths("launchSbom", files);
    }

    private void paths(String name, List<Path> paths) {
        json.writeArrayPropertyStart(name);
        paths.stream().map(Path::toString).forEach(json::writeString);
        json.writeEndArray();
    }

    private void text(String name, @Nullable String value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value);
        }
    }
}
