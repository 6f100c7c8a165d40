package dev.restorer.cli.command;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.RestoreReport;
import java.util.List;

/** Finds out whether a restore of contents has probably used another SHA store than the restore of the metadata. */
final class DiffIdCheck {

    private DiffIdCheck() {}

    /** Returns whether the diff ids of layers were compared with those of the cache, and no layer had one. */
    static boolean isNoneKnown(RestoreReport report) {
        List<ContentsDecision> compared = report.contents()
                .map(ContentsOutcome::decision)
                .filter(decision -> decision.reason() == ContentsReason.SAME_DIFF_ID
                        || decision.reason() == ContentsReason.WRONG_SHA)
                .toList();
        return !compared.isEmpty() && compared.stream().allMatch(decision -> decision.layerDiffId() == null);
    }
}
