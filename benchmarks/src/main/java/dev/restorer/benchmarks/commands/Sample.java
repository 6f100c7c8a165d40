package dev.restorer.benchmarks.commands;

/**
 * What one run took.
 *
 * @param seconds the time that passed
 * @param cpuSeconds the time of the processors; NaN if the system does not say
 */
record Sample(double seconds, double cpuSeconds) {}
