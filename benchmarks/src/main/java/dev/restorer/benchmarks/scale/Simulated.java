package dev.restorer.benchmarks.scale;

/**
 * The result of a simulation.
 *
 * @param arrived the builds that arrived
 * @param completed the builds that were completed
 * @param seconds from the start to the last completion
 * @param meanWait how long a build waits for a worker on average, in seconds
 * @param meanRedis how long a build takes on Redis on average, with the wait for other builds
 * @param meanTime from the arrival to the completion on average
 * @param lastOfHundred what 99 of 100 builds do not exceed of that
 * @param workerUse the part of the time in which a worker is busy on average, between 0 and 1
 * @param redisUse the same of the Redis server
 * @param meanPresent how many builds are present on average, waiting or served
 */
record Simulated(
        long arrived,
        long completed,
        double seconds,
        double meanWait,
        double meanRedis,
        double meanTime,
        double lastOfHundred,
        double workerUse,
        double redisUse,
        double meanPresent) {}
