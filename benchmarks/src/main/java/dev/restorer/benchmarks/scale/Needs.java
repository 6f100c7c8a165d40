package dev.restorer.benchmarks.scale;

import java.util.Comparator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a rate of builds needs, from the costs of one.
 *
 * @param perMinute how many builds arrive in a minute
 * @param costs what one costs
 */
record Needs(double perMinute, Costs costs) {

    /** The part of the time that a worker or a server may be busy: above it, builds wait for long. */
    static final double MAX_USE = 0.7;

    private static final double MINUTE = 60;
    private static final double GIGA = 1e9;

    double perSecond() {
        return perMinute / MINUTE;
    }

    int workers() {
        double busy = perSecond() * (costs.restoreSeconds + costs.redisSeconds);
        return (int) Math.max(1, Math.ceil(busy / MAX_USE));
    }

    double redisBytes() {
        return perSecond() * costs.ttl.toSeconds() * costs.redisBytes;
    }

    double cacheBytesASecond() {
        return perSecond() * costs.cacheBytes;
    }

    Simulated simulate(int builds, long seed) {
        return new Simulation(
                        perSecond(),
                        workers(),
                        ServiceTime.fixed(costs.restoreSeconds),
                        ServiceTime.fixed(costs.redisSeconds),
                        seed)
                .run(builds);
    }

    /** Returns a row of a table. */
    String row(Simulated simulated) {
        return String.format(
                Locale.ROOT,
                "| %,.0f | %.2f | %d | %.0f %% | %.2f s | %.2f s, %.2f s | %,.1f | %.2f %% | %.3f GB | %.3f GB/s |",
                perMinute,
                perSecond() * costs.processorSeconds,
                workers(),
                simulated.workerUse() * 100,
                simulated.meanWait(),
                simulated.meanTime(),
                simulated.lastOfHundred(),
                perSecond() * costs.redisCommands,
                simulated.redisUse() * 100,
                redisBytes() / GIGA,
                cacheBytesASecond() / GIGA);
    }

    /** Returns at which rates the parts that all builds share are saturated, the lowest first. */
    static String saturation(Costs costs) {
        return Stream.of(
                        new Limit("the network of the cache", MINUTE * costs.cacheNetwork / costs.cacheBytes),
                        new Limit(
                                "the memory of one Redis server",
                                MINUTE * costs.redisMemory / costs.redisBytes / costs.ttl.toSeconds()),
                        new Limit("the processor of one Redis server", MINUTE * MAX_USE / costs.redisSeconds))
                .sorted(Comparator.comparingDouble(Limit::perMinute))
                .map(Limit::toString)
                .collect(Collectors.joining("\n"));
    }

    /** What one part that all builds share can take. */
    private record Limit(String name, double perMinute) {

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%s is saturated at %,.0f builds a minute", name, perMinute);
        }
    }
}
