package dev.restorer.benchmarks.scale;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Random;

/**
 * Builds arrive at random, with exponential times between them. Each waits for one of the workers, in the order of
 * arrival; the worker restores it, and then puts its diff ids to the one Redis server, which serves one build after
 * another. The worker is free again when the server has answered. The same seed has the same result.
 */
final class Simulation {

    private static final double LAST = 0.99;

    /** Something that happens to a build; of two at the same time the one that was planned first is first. */
    private record Event(double time, long order, Kind kind, int build) {}

    private enum Kind {
        ARRIVED,
        RESTORED,
        STORED
    }

    private final double rate;
    private final int workers;
    private final ServiceTime restore;
    private final ServiceTime redis;
    private final Random random;

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingDouble(Event::time).thenComparingLong(Event::order));
    private final Queue<Integer> waiting = new ArrayDeque<>();
    private final Queue<Integer> atRedis = new ArrayDeque<>();
    private long planned;
    private int busy;
    private double[] arrivals = {};
    private double[] times = {};
    private double[] restored = {};
    private int completed;
    private double now;
    private double busySeconds;
    private double redisSeconds;
    private double waitSeconds;
    private double atRedisSeconds;
    private double presentSeconds;

    /**
     * Makes ready for a run.
     *
     * @param rate how many builds arrive in a second on average
     * @param workers how many builds are restored at once
     * @param restore what a worker takes for a build by itself
     * @param redis what the server takes for a build
     * @param seed chooses the times
     */
    Simulation(double rate, int workers, ServiceTime restore, ServiceTime redis, long seed) {
        this.rate = rate;
        this.workers = workers;
        this.restore = restore;
        this.redis = redis;
        this.random = new Random(seed);
    }

    /** Runs until so many builds are completed; no others arrive. */
    Simulated run(int builds) {
        arrivals = new double[builds];
        restored = new double[builds];
        times = new double[builds];
        ServiceTime between = ServiceTime.exponential(1 / rate);
        double time = 0;
        for (int i = 0; i < builds; i++) {
            time += between.next(random);
            arrivals[i] = time;
        }
        plan(arrivals[0], Kind.ARRIVED, 0);
        for (Event event = events.poll(); event != null; event = events.poll()) {
            advance(event.time());
            happen(event.kind(), event.build());
        }
        return result(builds);
    }

    private void plan(double time, Kind kind, int build) {
        events.add(new Event(time, planned++, kind, build));
    }

    private void advance(double time) {
        double passed = time - now;
        busySeconds += passed * busy;
        redisSeconds += atRedis.isEmpty() ? 0 : passed;
        presentSeconds += passed * (busy + waiting.size());
        now = time;
    }

    private void happen(Kind kind, int build) {
        switch (kind) {
            case ARRIVED -> {
                waiting.add(build);
                if (build + 1 < arrivals.length) {
                    plan(arrivals[build + 1], Kind.ARRIVED, build + 1);
                }
                startRestore();
            }
            case RESTORED -> {
                restored[build] = now;
                atRedis.add(build);
                if (atRedis.size() == 1) {
                    startRedis();
                }
            }
            case STORED -> {
                atRedis.remove();
                atRedisSeconds += now - restored[build];
                times[completed++] = now - arrivals[build];
                busy--;
                startRestore();
                startRedis();
            }
        }
    }

    private void startRestore() {
        if (busy < workers && !waiting.isEmpty()) {
            int build = waiting.remove();
            waitSeconds += now - arrivals[build];
            busy++;
            plan(now + restore.next(random), Kind.RESTORED, build);
        }
    }

    private void startRedis() {
        Integer build = atRedis.peek();
        if (build != null) {
            plan(now + redis.next(random), Kind.STORED, build);
        }
    }

    private Simulated result(int builds) {
        double[] sorted = Arrays.copyOf(times, completed);
        Arrays.sort(sorted);
        return new Simulated(
                builds,
                completed,
                now,
                waitSeconds / completed,
                atRedisSeconds / completed,
                Arrays.stream(sorted).sum() / completed,
                sorted[(int) Math.ceil(LAST * completed) - 1],
                busySeconds / now / workers,
                redisSeconds / now,
                presentSeconds / now);
    }
}
