package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.api.ContentsLimits;
import dev.restorer.api.MetadataLimits;
import dev.restorer.spi.LayerCache;
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
}
