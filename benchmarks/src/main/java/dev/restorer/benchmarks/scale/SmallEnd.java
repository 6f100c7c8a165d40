package dev.restorer.benchmarks.scale;

import dev.restorer.LayerRestorer;
import dev.restorer.ShaStores;
import dev.restorer.api.RestoreRequest;
import dev.restorer.benchmarks.data.LayerSet;
import dev.restorer.benchmarks.data.WorkDirectory;
import dev.restorer.fixtures.RedisServer;
import dev.restorer.spi.ShaStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * The small end of the simulation for real: builds arrive at random at one worker of this JVM, which restores the
 * metadata of each with a Redis server on this machine.
 *
 * @param utilization the part of the time in which the worker is busy
 * @param measured the seconds from the arrival of a build to its completion, on average
 * @param simulated the same in the simulation, with the times that the restores took by themselves
 */
record SmallEnd(double utilization, double measured, double simulated) {

    private static final double NANOS = 1e9;
    private static final double UTILIZATION = 0.6;
    private static final int SIMULATED_BUILDS = 200_000;
    private static final int WARM_UPS = 200;
    private static final long SEED = 16;

    double ratio() {
        return simulated / measured;
    }

    static SmallEnd measure(int builds, int layers) throws IOException {
        try (WorkDirectory work = WorkDirectory.make();
                RedisServer server = RedisServer.start()) {
            RestoreRequest read = new LayerSet(layers, "0.10").request(work.next());
            double alone = 0;
            for (int i = -WARM_UPS; i < WARM_UPS; i++) {
                double seconds = restore(read, work.next(), server, i);
                alone += i < 0 ? 0 : seconds / WARM_UPS;
            }
            double rate = UTILIZATION / alone;
            double[] services = new double[builds];
            double measured = arriving(services, rate, read, work, server);
            Simulated simulated = new Simulation(rate, 1, ServiceTime.measured(services), ServiceTime.fixed(0), SEED)
                    .run(SIMULATED_BUILDS);
            return new SmallEnd(simulated.workerUse(), measured, simulated.meanTime());
        }
    }

    /** Restores builds that arrive at random, and returns the mean time from arrival to completion. */
    private static double arriving(
            double[] services, double rate, RestoreRequest read, WorkDirectory work, RedisServer server)
            throws IOException {
        Random random = new Random(SEED);
        ServiceTime between = ServiceTime.exponential(1 / rate);
        long arrival = System.nanoTime();
        double total = 0;
        for (int i = 0; i < services.length; i++) {
            arrival += (long) (between.next(random) * NANOS);
            while (System.nanoTime() < arrival) {
                LockSupport.parkNanos(arrival - System.nanoTime());
            }
            services[i] = restore(read, work.next(), server, i);
            total += (System.nanoTime() - arrival) / NANOS;
        }
        return total / services.length;
    }

    /** Returns the seconds of a restore; removing its files belongs to the work, since the worker does so. */
    private static double restore(RestoreRequest read, Path directory, RedisServer server, int build)
            throws IOException {
        long begin = System.nanoTime();
        RestoreRequest request = LayerSet.requestIn(directory, read);
        try (ShaStore store = ShaStores.open(server.uri("build-" + build), directory)) {
            LayerRestorer.load().restoreMetadata(request, store);
        }
        WorkDirectory.remove(directory);
        return (System.nanoTime() - begin) / NANOS;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "small end, one worker busy for %.0f %% of the time: from arrival to completion %.2f ms measured,"
                        + " %.2f ms simulated, which is %.2f times as long",
                utilization * 100,
                measured * 1e3,
                simulated * 1e3,
                ratio());
    }
}
