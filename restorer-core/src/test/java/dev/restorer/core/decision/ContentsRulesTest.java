package dev.restorer.core.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.LayerMetadata;
import dev.restorer.core.decision.FoundLayer.CacheFlag;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ContentsRulesTest {

    private static final LayerId ID = new LayerId("a/b", "x");
    private static final LayerMetadata CACHED = LayerMetadata.of("sha256:1").build();

    private static ContentsDecision decide(
            CacheFlag flag, boolean overlaps, @Nullable String diffId, @Nullable LayerMetadata cached) {
        return ContentsRules.decide(ID, new FoundLayer("x", flag, overlaps), diffId, cached);
    }

    @Test
    void contentsWithTheDiffIdOfTheStoreAreRestored() {
        assertThat(decide(CacheFlag.CACHED, false, "sha256:1", CACHED))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.SAME_DIFF_ID, "sha256:1", "sha256:1"));
    }

    @Test
    void contentsWithAnotherDiffIdAreNot() {
        assertThat(decide(CacheFlag.CACHED, false, "sha256:2", CACHED))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.WRONG_SHA, "sha256:2", "sha256:1"));
    }

    @Test
    void contentsOfALayerThatTheStoreDoesNotHaveAreNot() {
        assertThat(decide(CacheFlag.CACHED, false, null, CACHED))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.WRONG_SHA, null, "sha256:1"));
    }

    @Test
    void contentsThatTheCacheDoesNotHaveAreNot() {
        assertThat(decide(CacheFlag.CACHED, false, "sha256:1", null))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.NOT_IN_CACHE, "sha256:1", null));
    }

    @Test
    void contentsOfALayerWhoseFileCannotBeReadAreNotThoughTheDiffIdsAreEqual() {
        assertThat(decide(CacheFlag.UNREADABLE, false, "sha256:1", CACHED))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.UNREADABLE_FILE, "sha256:1", "sha256:1"));
    }

    @Test
    void contentsOfALayerThatOverlapsAFileAreNotThoughTheDiffIdsAreEqual() {
        assertThat(decide(CacheFlag.CACHED, true, "sha256:1", CACHED))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.OVERLAPPING_LAYER_NAME, "sha256:1", "sha256:1"));
    }

    @Test
    void aLayerThatOverlapsAFileAndIsNotInTheCacheIsReportedAsOverlapping() {
        assertThat(decide(CacheFlag.CACHED, true, "sha256:1", null))
                .isEqualTo(new ContentsDecision(ID, ContentsReason.OVERLAPPING_LAYER_NAME, "sha256:1", null));
    }
}
