package dev.restorer.cli.explain;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackPlan;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerDecision;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.api.LayerTypes;
import dev.restorer.api.Metadata;
import dev.restorer.api.MetadataSource;
import dev.restorer.api.Reason;
import dev.restorer.api.RestorePlan;
import dev.restorer.api.StoreMetadata;
import dev.restorer.cli.images.UsedImages;
import dev.restorer.cli.table.LaunchSbom;
import java.nio.file.Path;
import java.util.List;

/** Plans for tests. */
public final class Plans {

    private static final Buildpack NODE = new Buildpack("example/node", "1.0", "0.10");

    private Plans() {}

    /** Returns a plan with one layer of each outcome of contents. */
    public static RestorePlan ofFourLayers() {
        return plan(
                List.of(
                        app("deps", "-lc", Reason.RESTORED_FROM_APP_IMAGE),
                        app("tmp", "b--", Reason.APP_LAUNCH_FALSE),
                        app("web", "-l-", Reason.RESTORED_FROM_APP_IMAGE),
                        cache("deps", "-lc", Reason.CACHE_LAUNCH_TRUE),
                        cache("npm", "--c", Reason.RESTORED_FROM_CACHE)),
                List.of(
                        new ContentsDecision(id("deps"), ContentsReason.SAME_DIFF_ID, "sha256:1", "sha256:1"),
                        new ContentsDecision(id("npm"), ContentsReason.WRONG_SHA, "sha256:1", "sha256:2")));
    }

    public static RestorePlan ofLayer(String name) {
        return plan(List.of(app(name, "b--", Reason.APP_LAUNCH_FALSE)), List.of());
    }

    public static RestorePlan plan(List<LayerDecision> decisions, List<ContentsDecision> contents) {
        BuildpackPlan buildpack =
                new BuildpackPlan(NODE, "example_node", new StoreMetadata(Metadata.none()), decisions, contents);
        return new RestorePlan(false, List.of(buildpack), "sha256:3", true);
    }

    static Explanation explanation(RestorePlan plan, boolean contents) {
        return explanation(plan, contents, List.of());
    }

    static Explanation explanation(RestorePlan plan, boolean contents, List<String> listedBuildpacks) {
        return new Explanation(
                plan, Path.of("/l"), UsedImages.none(), contents, LaunchSbom.OF_ANALYZER, listedBuildpacks);
    }

    static LayerDecision app(String layer, String types, Reason reason) {
        return decision(layer, MetadataSource.APP_IMAGE, types, reason);
    }

    static LayerDecision cache(String layer, String types, Reason reason) {
        return decision(layer, MetadataSource.CACHE, types, reason);
    }

    private static LayerDecision decision(String layer, MetadataSource source, String types, Reason reason) {
        LayerMetadata metadata = LayerMetadata.of("sha256:1")
                .types(LayerTypes.of(types.charAt(0) == 'b', types.charAt(1) == 'l', types.charAt(2) == 'c'))
                .build();
        return new LayerDecision(id(layer), source, metadata, reason);
    }

    static LayerId id(String layer) {
        return new LayerId(NODE.id(), layer);
    }
}
