package dev.restorer.cli.diff;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.LayerId;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Quoted;
import dev.restorer.api.ReportedImage;
import dev.restorer.api.RestoreReport;
import dev.restorer.api.SbomOutcome;
import dev.restorer.cli.table.DecisionText;
import dev.restorer.cli.table.DisplayName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds the differences of two reports that concern more than one layer. */
final class BuildChanges {

    private final List<String> changes = new ArrayList<>();

    private BuildChanges() {}

    /**
     * Returns a line for each difference.
     *
     * @param before the layers of the old report
     * @param after the layers of the new one
     */
    static List<String> of(
            RestoreReport old, RestoreReport now, Map<LayerId, LayerStatus> before, Map<LayerId, LayerStatus> after) {
        BuildChanges all = new BuildChanges();
        all.buildpacks(byId(old), byId(now));
        if (LayerStatus.haveMetadata(before) && LayerStatus.haveMetadata(after)) {
            all.listed(MetadataSource.APP_IMAGE, old, now);
            all.listed(MetadataSource.CACHE, old, now);
        }
        all.add("previous image", image(old.previousImage()), image(now.previousImage()));
        all.add("cache image", image(old.cacheImage()), image(now.cacheImage()));
        all.add("SBOM files of cached layers", sbom(old.sbom()), sbom(now.sbom()));
        return all.changes;
    }

    private void add(String what, String old, String now) {
        if (!old.equals(now)) {
            changes.add(what + ": " + old + " -> " + now);
        }
    }

    private static Map<String, BuildpackReport> byId(RestoreReport report) {
        Map<String, BuildpackReport> buildpacks = new LinkedHashMap<>();
        report.buildpacks()
                .forEach(buildpack -> buildpacks.put(buildpack.buildpack().id(), buildpack));
        return buildpacks;
    }

    private void buildpacks(Map<String, BuildpackReport> old, Map<String, BuildpackReport> now) {
        now.forEach((id, report) -> {
            BuildpackReport before = old.get(id);
            String name = DisplayName.of(id);
            if (before == null) {
                changes.add(name + ": new in the group");
            } else {
                changed(name, before.buildpack(), report.buildpack());
                add(name + ", store.toml", store(before), store(report));
            }
        });
        old.keySet().stream()
                .filter(id -> !now.containsKey(id))
                .forEach(id -> changes.add(DisplayName.of(id) + ": no longer in the group"));
    }

    private void changed(String name, Buildpack old, Buildpack now) {
        add(name + ", version", DisplayName.of(old.version()), DisplayName.of(now.version()));
        add(name + ", Buildpack API", DisplayName.of(old.api()), DisplayName.of(now.api()));
    }

    private static String store(BuildpackReport report) {
        return report.store() == null ? "not restored" : "restored";
    }

    /** Adds a line if a source is empty in one report only, which is the cause of other differences. */
    private void listed(MetadataSource source, RestoreReport old, RestoreReport now) {
        String name = DecisionText.source(source);
        boolean before = lists(source, old);
        if (before != lists(source, now)) {
            changes.add(
                    before ? "the " + name + " no longer lists any layer" : "the " + name + " listed no layer before");
        }
    }

    private static boolean lists(MetadataSource source, RestoreReport report) {
        return report.layers().anyMatch(outcome -> outcome.decision().source() == source);
    }

    private static String image(@Nullable ReportedImage image) {
        return image == null ? "none" : Quoted.escape(image.reference() + " (" + image.digest() + ")");
    }

    private static String sbom(@Nullable SbomOutcome outcome) {
        if (outcome instanceof SbomOutcome.NotRestored not) {
            return "not restored, " + Quoted.escape(not.cause());
        }
        return outcome == null ? "none" : "restored";
    }
}
