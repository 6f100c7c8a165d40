package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.Buildpack;
import dev.restorer.api.BuildpackReport;
import dev.restorer.api.ContentsDecision;
import dev.restorer.api.ContentsLimits;
import dev.restorer.api.ContentsOutcome;
import dev.restorer.api.ContentsReason;
import dev.restorer.api.LayerId;
import dev.restorer.api.MetadataLimits;
import dev.restorer.api.RemovalKind;
import dev.restorer.api.RestoreReport;
import dev.restorer.spi.LayerCache;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {

    private final Run run = new Run();

    @Test
    void withoutAFlagMetadataAndContentsAreRestored() {
        assertThat(run.with("restore", "--cache-dir", "c")).isZero();
        assertThat(run.contents.calls).containsExactly("all");
        assertThat(run.contents.options().cache()).hasToString("c");
        assertThat(run.contents.options().limits()).isEqualTo(ContentsLimits.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--metadata-only", "-metadata-only", "--metadata-only=true", "--cache-metadata=cache.json"})
    void onlyMetadataIsRestoredWithTheFlagOrWithoutContents(String flag) {
        assertThat(run.with("restore", flag)).isZero();
        assertThat(run.contents.calls).containsExactly("metadata");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--contents-only", "-contents-only", "--contents-only=t"})
    void contentsAloneNeedNoAppMetadata(String flag) {
        assertThat(run.with("restore", flag, "--sha-store", "fake:x", "--cache-dir=c", "--analyzed=a.toml"))
                .isZero();
        assertThat(run.contents.calls).containsExactly("contents");
        assertThat(run.reader.calls).containsExactly("group /layers/group.toml", "cache c");
        assertThat(run.contents.options().cache()).hasToString("c");
        assertThat(run.store.opened).containsExactly("fake:x in /layers");
        assertThat(run.store.store.isClosed()).isTrue();
    }

    @Test
    void aSwitchThatIsFalseHasNoEffect() {
        assertThat(run.with("restore", "--contents-only=false", "--metadata-only=false"))
                .isZero();
        assertThat(run.contents.calls).containsExactly("all");
    }

    @Test
    void theFilesStoreCanBeUsedForContentsAlone() {
        assertThat(run.with("restore", "--contents-only", "--platform-api", "0.6"))
                .isZero();
        assertThat(run.store.opened).containsExactly("files: in /layers");
    }

    @Test
    void withoutACacheDirectoryThereIsNoCache() {
        run.with("restore");
        assertThat(run.contents.options().cache()).isSameAs(LayerCache.none());
    }

    @Test
    void limitsCanBeSet() {
        run.with("restore", "--max-layer-bytes", "7", "-max-layer-entries=8");
        assertThat(run.contents.options().limits())
                .isEqualTo(ContentsLimits.defaults().withBytes(7).withEntries(8));
    }

    @Test
    void theLimitOfMetadataCanBeSet() {
        run.with("restore", "--max-metadata-bytes", "9");
        assertThat(run.reader.limits).isEqualTo(new MetadataLimits(9));
    }

    @Test
    void aProcessThatEndsCancelsTheRestore() {
        run.with("restore");
        assertThat(run.contents.options().cancellation().isCancelled()).isFalse();
        run.shutdown.ended();
        run.shutdown.begin();
        assertThat(run.contents.options().cancellation().isCancelled()).isTrue();
    }

    private static RestoreReport removed(@Nullable String... layerDiffIds) {
        List<ContentsOutcome> contents = new ArrayList<>();
        for (String layerDiffId : layerDiffIds) {
            ContentsDecision decision = new ContentsDecision(
                    new LayerId("example/node", "deps"), ContentsReason.WRONG_SHA, layerDiffId, "sha256:1");
            contents.add(new ContentsOutcome.Removed(decision, RemovalKind.DECIDED, "other contents"));
        }
        Buildpack buildpack = new Buildpack("example/node", "1", "0.10");
        return new RestoreReport(
                Path.of("/layers"),
                List.of(new BuildpackReport(buildpack, null, null, List.of(), contents)),
                null,
                List.of());
    }

    @Test
    void aStoreWithoutAnyOfTheDiffIdsIsAWarning() {
        run.restorer.answerWith(removed(null, null));
        assertThat(run.with("restore", "--contents-only", "--sha-store", "fake:x"))
                .isZero();
        assertThat(run.err())
                .contains("Warning: All layers that the cache has were removed, since the SHA store has no diff"
                        + " id of any. Name the store and the namespace that --metadata-only used, and let its entries"
                        + " live until then.");
    }

    @Test
    void aStoreWithOneOfTheDiffIdsIsNoWarning() {
        run.restorer.answerWith(removed("sha256:2", null));
        run.with("restore", "--contents-only", "--sha-store", "fake:x");
        assertThat(run.err()).noneMatch(line -> line.contains("no diff id"));
    }

    @Test
    void aRestoreOfBothDoesNotBlameTheStore() {
        run.restorer.answerWith(removed(null, null));
        run.with("restore");
        assertThat(run.err()).noneMatch(line -> line.contains("no diff id"));
    }
}
