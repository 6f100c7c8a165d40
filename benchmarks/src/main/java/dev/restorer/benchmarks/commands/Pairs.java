package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.Series;
import java.io.IOException;

/** Runs two contestants in turn, so that what disturbs the machine disturbs both; which is first alternates. */
final class Pairs {

    /** What each of the two took, and the ratios of the pairs. */
    static final class Outcome {
        final Series ratios = new Series();
        final Series floorSeconds = new Series();
        final Series floorCpuSeconds = new Series();
        final Series seconds = new Series();
        final Series cpuSeconds = new Series();

        private void add(Sample floor, Sample measured) {
            ratios.add(measured.seconds() / floor.seconds());
            floorSeconds.add(floor.seconds());
            floorCpuSeconds.add(floor.cpuSeconds());
            seconds.add(measured.seconds());
            cpuSeconds.add(measured.cpuSeconds());
        }
    }

    private Pairs() {}

    static Outcome run(int pairs, Contestant floor, Contestant measured) throws IOException, InterruptedException {
        Outcome outcome = new Outcome();
        for (int i = 0; i < pairs; i++) {
            if (i % 2 == 0) {
                Sample first = floor.run();
                outcome.add(first, measured.run());
            } else {
                Sample first = measured.run();
                outcome.add(floor.run(), first);
            }
        }
        return outcome;
    }
}
