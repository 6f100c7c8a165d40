package dev.restorer.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RedisCostsTest {

    @Test
    void aBuildTakesMemoryForItsNamesAndDiffIdsAndFewCommands() throws Exception {
        RedisCosts costs = RedisCosts.measure(50, 100);
        int bytes = 100 * "layer-00sha256:".length() + 100 * 64;
        assertThat(costs.bytes()).isBetween((double) bytes, 4.0 * bytes);
        assertThat(costs.commands()).isBetween(6.0, 40.0);
        assertThat(costs.received()).isBetween((double) bytes, 4.0 * bytes);
        assertThat(costs.sent()).isBetween(100 * 71.0, 4.0 * bytes);
    }
}
