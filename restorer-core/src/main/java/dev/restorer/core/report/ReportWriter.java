package dev.restorer.core.report;

import dev.restorer.ReportFormat;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerOutcome;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes the report as JSON token by token, since data binding would need reflection and start-up time. */
final class ReportWriter {

    /** Escapes to ASCII, since a name may contain an unpaired surrogate, which UTF-8 cannot encode. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .build();

    private final JsonGenerator json;
    private final ContentsWriter contents;

    private ReportWriter(JsonGenerator json) {
        this.json = json;
        this.contents = new ContentsWriter(json);
    }

    static void write(RestoreReport report, OutputStream to) throws IOException {
        try (JsonGenerator generator = JSON.createGenerator(ObjectWriteContext.empty(), to)) {
            new ReportWriter(generator).report(report);
            generator.writeRaw('\n');
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
    }

    private void report(RestoreReport report) {
        json.writeStartObject();
        json.writeNumberProperty("schemaVersion", ReportFormat.VERSION);
        path("layersDirectory", report.layersDirectory());
        json.writeArrayPropertyStart("buildpacks");
        report.buildpacks().forEach(this::buildpack);
        json.writeEndArray();
        contents.sbom(report.sbom());
        contents.launchSbom(report.launchSbom());
        image("previousImage", report.previousImage());
        image("cacheImage", report.cacheImage());
        json.writeEndObject();
    }

    private void buildpack(BuildpackReport report) {
        json.writeStartObject();
        json.writeStringProperty("id", report.buildpack().id());
        json.writeStringProperty("version", report.buildpack().version());
        json.writeStringProperty("api", report.buildpack().api());
        path("folder", report.directory());
        path("store", report.store());
        json.writeArrayPropertyStart("layers");
        report.layers().forEach(layer -> layer(layer, report.written(layer)));
        json.writeEndArray();
        json.writeArrayPropertyStart("contents");
        report.contents().forEach(contents::contents);
        json.writeEndArray();
        json.writeEndObject();
    }

    private void layer(LayerOutcome outcome, @Nullable Path written) {
        LayerDecision decision = outcome.decision();
        LayerTypes types = decision.metadata().types();
        json.writeStartObject();
        json.writeStringProperty("layer", decision.id().layer());
        json.writeStringProperty("source", decision.source().name());
        json.writeStringProperty("diffId", decision.metadata().diffId());
        json.writeBooleanProperty("build", types.build());
        json.writeBooleanProperty("launch", types.launch());
        json.writeBooleanProperty("cache", types.cache());
        json.writeBooleanProperty("restored", decision.restored());
        json.writeStringProperty("reason", decision.reason().name());
        json.writeStringProperty("why", decision.reason().description());
        path("written", written);
        json.writeEndObject();
    }

    private void image(String name, @Nullable ReportedImage image) {
        if (image == null) {
            json.writeNullProperty(name);
            return;
        }
        json.writeObjectPropertyStart(name);
        json.writeStringProperty("reference", image.reference());
        json.writeStringProperty("digest", image.digest());
        json.writeEndObject();
    }

    private void path(String name, @Nullable Path path) {
        if (path == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, path.toString());
        }
    }
}
