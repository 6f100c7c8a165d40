package dev.restorer.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class NeedsTest {

    private final Costs costs = new Costs();

    NeedsTest() {
        costs.restoreSeconds = 1.39;
        costs.redisSeconds = 0.01;
        costs.redisBytes = 1_000;
        costs.redisMemory = 2e9;
        costs.cacheBytes = 500e6;
        costs.cacheNetwork = 1e9;
        costs.ttl = Duration.ofHours(1);
    }

    @Test
    void workersAreBusyForAtMostSevenTenths() {
        assertThat(new Needs(60, costs).workers()).isEqualTo(2);
        assertThat(new Needs(61, costs).workers()).isEqualTo(3);
        assertThat(new Needs(1, costs).workers()).isEqualTo(1);
    }

    @Test
    void memoryIsThatOfTheBuildsWhoseKeysHaveNotExpired() {
        assertThat(new Needs(100, costs).redisBytes()).isCloseTo(6_000_000, within(1.0));
    }

    @Test
    void whatIsSaturatedFirstIsNamedFirst() {
        assertThat(Needs.saturation(costs)).isEqualTo("""
                        the network of the cache is saturated at 120 builds a minute
                        the processor of one Redis server is saturated at 4,200 builds a minute
                        the memory of one Redis server is saturated at 33,333 builds a minute""");
    }
}
