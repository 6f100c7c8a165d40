package dev.restorer.benchmarks.scale;

import dev.restorer.benchmarks.arguments.Arguments;
import java.time.Duration;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/** What one build costs. The defaults were measured, see docs/scale.md. */
final class Costs {

    @Option(
            names = "--restore-seconds",
            defaultValue = "0.74",
            description = "the time of one restore on a worker of two cores (${DEFAULT-VALUE})")
    double restoreSeconds;

    @Option(
            names = "--processor-seconds",
            defaultValue = "1.33",
            description = "the time of its processors (${DEFAULT-VALUE})")
    double processorSeconds;

    @Option(
            names = "--cache-bytes",
            defaultValue = "460000000",
            description = "the bytes that it reads from the cache or the registry (${DEFAULT-VALUE})")
    double cacheBytes;

    @Option(
            names = "--redis-seconds",
            defaultValue = "0.0008",
            description = "the time of the Redis server for a build (${DEFAULT-VALUE})")
    double redisSeconds;

    @Option(names = "--redis-commands", defaultValue = "11", description = "the commands of a build (${DEFAULT-VALUE})")
    double redisCommands;

    @Option(
            names = "--redis-bytes",
            defaultValue = "2900",
            description = "the memory of a build in Redis until its keys expire (${DEFAULT-VALUE})")
    double redisBytes;

    @Option(
            names = "--ttl",
            defaultValue = "PT24H",
            description = "when its keys expire, such as PT1H for an hour (${DEFAULT-VALUE})")
    Duration ttl = Duration.ofHours(24);

    @Option(
            names = "--redis-memory",
            defaultValue = "8000000000",
            description = "the bytes that one Redis server may use (${DEFAULT-VALUE})")
    double redisMemory;

    @Option(
            names = "--cache-network",
            defaultValue = "1250000000",
            description = "the bytes a second that the cache or the registry sends (${DEFAULT-VALUE}, 10 Gbit/s)")
    double cacheNetwork;

    void check(CommandSpec command) {
        requireAboveZero(command, "--restore-seconds", restoreSeconds);
        requireAboveZero(command, "--processor-seconds", processorSeconds);
        requireAboveZero(command, "--cache-bytes", cacheBytes);
        requireAboveZero(command, "--redis-seconds", redisSeconds);
        requireAboveZero(command, "--redis-commands", redisCommands);
        requireAboveZero(command, "--redis-bytes", redisBytes);
        requireAboveZero(command, "--ttl", (double) ttl.toMillis());
        requireAboveZero(command, "--redis-memory", redisMemory);
        requireAboveZero(command, "--cache-network", cacheNetwork);
    }

    static void requireAboveZero(CommandSpec command, String option, double value) {
        Arguments.require(command, value > 0 && Double.isFinite(value), option + " has to be a number above zero");
    }
}
