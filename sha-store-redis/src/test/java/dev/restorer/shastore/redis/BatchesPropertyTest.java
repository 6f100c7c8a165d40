package dev.restorer.shastore.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class BatchesPropertyTest {

    @Property(tries = 200)
    void nothingIsLostAndNoBatchIsTooLarge(
            @ForAll @Size(max = 3_000) List<@IntRange(min = 1, max = 300_000) Integer> sizes) {
        List<List<List<Integer>>> windows = Batches.windows(sizes, size -> size);
        assertThat(windows.stream().flatMap(List::stream).flatMap(List::stream).toList())
                .isEqualTo(sizes);
        assertThat(windows).allSatisfy(window -> assertThat(window).hasSizeBetween(1, Batches.MAX_ON_THEIR_WAY));
        for (List<List<Integer>> window : windows) {
            for (List<Integer> batch : window) {
                assertThat(batch).hasSizeBetween(1, Batches.MAX_LAYERS);
                int bytes = batch.stream().mapToInt(size -> size).sum();
                assertThat(batch.size() == 1 || bytes <= Batches.MAX_BYTES).isTrue();
            }
        }
    }
}
