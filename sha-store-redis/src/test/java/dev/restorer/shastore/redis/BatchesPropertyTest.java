package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchesPropertyTest {

    @Property(tries = 200)
    void batchesKeepAllLayersWithinTheLimits(
            @ForAll @Size(max = 3_000) List<@IntRange(min = 1, max = 300_000) Integer> sizes) {
        List<List<Integer>> batches = Batches.of(sizes, size -> size);
        assertThat(batches.stream().flatMap(List::stream).toList()).isEqualTo(sizes);
        assertThat(batches).allSatisfy(batch -> {
            assertThat(batch).hasSizeBetween(1, Batches.MAX_LAYERS);
            int bytes = batch.stream().mapToInt(size -> size).sum();
            assertThat(batch.size() == 1 || bytes <= Batches.MAX_BYTES).isTrue();
        });
    }
}
