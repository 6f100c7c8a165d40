package dev.restorer.benchmarks.commands;

/**
 * What one run took.
 *
 * @param seconds the time that passed
 * @param cpuSeconds the time of the processors; NaN if the system does not say
 */
record Sample(double seconds, double cpuSeconds) {

    private static final double NANOS = 1e9;

    /** Returns what two numbers of nanoseconds say. */
    static Sample ofNanos(double[] numbers) {
        return new Sample(numbers[0] / NANOS, numbers[1] / NANOS);
    }
}
