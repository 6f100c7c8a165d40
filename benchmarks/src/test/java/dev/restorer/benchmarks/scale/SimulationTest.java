package dev.restorer.benchmarks.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimulationTest {

    private static final int BUILDS = 100_000;
    private static final ServiceTime NOTHING = ServiceTime.fixed(0);
    private static final long SEED = 1;

    private static Simulated worker(double rate, int workers, ServiceTime restore) {
        return new Simulation(rate, workers, restore, NOTHING, SEED).run(BUILDS);
    }

    private static Simulated redis(double rate, ServiceTime redis) {
        return new Simulation(rate, BUILDS, NOTHING, redis, SEED).run(BUILDS);
    }

    /** M/M/1: the mean time is 1 / (service rate - rate of arrivals). */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.8})
    void aWorkerWithExponentialTimesTakesAsLongAsTheClosedForm(double use) {
        assertThat(worker(use, 1, ServiceTime.exponential(1)).meanTime()).isCloseTo(1 / (1 - use), withPercentage(5));
    }

    /** M/D/1: the mean wait is use / (2 (1 - use)) service times. */
    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.8})
    void aWorkerWithFixedTimesLetsWaitAsLongAsTheClosedForm(double use) {
        assertThat(worker(use, 1, ServiceTime.fixed(1)).meanWait()).isCloseTo(use / (2 * (1 - use)), withPercentage(5));
    }

    /** M/M/2: the mean time is service time / (1 - use^2). */
    @Test
    void twoWorkersTakeAsLongAsTheClosedForm() {
        double use = 0.7;
        assertThat(worker(2 * use, 2, ServiceTime.exponential(1)).meanTime())
                .isCloseTo(1 / (1 - use * use), withPercentage(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.5, 0.8})
    void redisWithFixedTimesTakesAsLongAsTheClosedForm(double use) {
        assertThat(redis(use, ServiceTime.fixed(1)).meanRedis())
                .isCloseTo(1 + use / (2 * (1 - use)), withPercentage(5));
    }

    @Test
    void theUseOfAServerIsTheRateTimesItsTime() {
        assertThat(redis(0.6, ServiceTime.exponential(1)).redisUse()).isCloseTo(0.6, within(0.01));
        assertThat(worker(1.8, 3, ServiceTime.fixed(1)).workerUse()).isCloseTo(0.6, within(0.01));
    }

    @Test
    void aWorkerIsBusyAsLongAsItsBuildIsAtRedis() {
        Simulated simulated = new Simulation(0.1, 1, ServiceTime.fixed(2), ServiceTime.fixed(3), SEED).run(BUILDS);
        assertThat(simulated.workerUse()).isCloseTo(0.5, within(0.01));
        assertThat(simulated.redisUse()).isCloseTo(0.3, within(0.01));
    }

    @Test
    void eachBuildThatArrivesIsCompleted() {
        Simulated overloaded = worker(2, 1, ServiceTime.exponential(1));
        assertThat(overloaded.arrived()).isEqualTo(BUILDS);
        assertThat(overloaded.completed()).isEqualTo(BUILDS);
        assertThat(overloaded.workerUse()).isGreaterThan(0.99);
    }

    /** Little's law: as many are present as arrive in the time that one is present. */
    @Test
    void asManyBuildsArePresentAsArriveWhileOneIs() {
        Simulated simulated = worker(0.8, 1, ServiceTime.exponential(1));
        double rate = simulated.completed() / simulated.seconds();
        assertThat(simulated.meanPresent()).isCloseTo(rate * simulated.meanTime(), withPercentage(0.01));
    }

    @Test
    void ninetyNineOfAHundredTakeAtMostAsLongAsTheClosedForm() {
        assertThat(worker(0.5, 1, ServiceTime.exponential(1)).lastOfHundred())
                .isCloseTo(Math.log(100) / 0.5, withPercentage(5));
    }

    @Test
    void theSameSeedHasTheSameResult() {
        assertThat(worker(0.5, 1, ServiceTime.exponential(1))).isEqualTo(worker(0.5, 1, ServiceTime.exponential(1)));
    }

    @Test
    void anotherSeedHasAnotherResult() {
        assertThat(new Simulation(0.5, 1, NOTHING, ServiceTime.exponential(1), 2).run(BUILDS))
                .isNotEqualTo(new Simulation(0.5, 1, NOTHING, ServiceTime.exponential(1), 3).run(BUILDS));
    }

    @Test
    void measuredTimesHaveTheirMean() {
        assertThat(worker(0.1, 1, ServiceTime.measured(new double[] {1, 3})).workerUse())
                .isCloseTo(0.2, within(0.01));
    }
}
