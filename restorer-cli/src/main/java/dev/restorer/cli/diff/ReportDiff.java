package dev.restorer.cli.diff;

import dev.restorer.api.LayerId;
import dev.restorer.api.RestoreReport;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The differences of two reports. Paths, sizes and times are not compared. */
public final class ReportDiff {

    /** A line for each difference that concerns more than one layer. */
    private final List<String> build;

    /** All layers of both reports. */
    private final List<LayerChange> layers;

    private ReportDiff(List<String> build, List<LayerChange> layers) {
        this.build = build;
        this.layers = layers;
    }

    /**
     * Compares two reports.
     *
     * @param old the report of the earlier restore
     * @param now the report of the later restore
     * @return the differences
     */
    public static ReportDiff of(RestoreReport old, RestoreReport now) {
        Map<LayerId, LayerStatus> before = LayerStatus.of(old);
        Map<LayerId, LayerStatus> after = LayerStatus.of(now);
        Set<LayerId> ids = new LinkedHashSet<>(before.keySet());
        ids.addAll(after.keySet());
        List<LayerChange> layers = new ArrayList<>(ids.size());
        for (LayerId id : ids) {
            layers.add(LayerChange.of(
                    id, LayerStatus.unlistedIfNull(before.get(id)), LayerStatus.unlistedIfNull(after.get(id))));
        }
        return new ReportDiff(BuildChanges.of(old, now, before, after), layers);
    }

    /**
     * Tells whether the reports say the same.
     *
     * @return whether there is no difference
     */
    public boolean isEmpty() {
        return build.isEmpty()
                && layers.stream().noneMatch(layer -> layer.kind().isDifference());
    }

    List<String> build() {
        return build;
    }

    List<LayerChange> layers() {
        return layers;
    }

    List<LayerChange> layers(LayerChange.Kind kind) {
        return layers.stream().filter(layer -> layer.kind() == kind).toList();
    }
}
