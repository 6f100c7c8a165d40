package dev.restorer.benchmarks.scale;

import java.util.Random;

/** How long a server takes for one build, in seconds. */
@FunctionalInterface
interface ServiceTime {

    double next(Random random);

    /** The same each time. */
    static ServiceTime fixed(double seconds) {
        return random -> seconds;
    }

    /** Exponentially distributed. */
    static ServiceTime exponential(double mean) {
        return random -> -mean * Math.log(1 - random.nextDouble());
    }

    /** One of those that were measured. */
    static ServiceTime measured(double[] seconds) {
        return random -> seconds[random.nextInt(seconds.length)];
    }
}
