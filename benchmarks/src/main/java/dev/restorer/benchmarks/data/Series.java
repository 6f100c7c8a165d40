package dev.restorer.benchmarks.data;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Measured values, of which the median and the spread are shown. */
public final class Series {

    private static final double PERCENT = 100;
    private static final double SMALL = 0.1;

    private final List<Double> values = new ArrayList<>();

    /**
     * Adds a value.
     *
     * @param value the value
     */
    public void add(double value) {
        values.add(value);
    }

    /**
     * Returns the value in the middle.
     *
     * @return it, or the mean of the two in the middle
     */
    public double median() {
        List<Double> sorted = sorted();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(half) : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }

    /**
     * Returns the least value that is not exceeded by a part of all values.
     *
     * @param percent how many of a hundred values are at most as large
     * @return one of the values
     */
    public double percentile(double percent) {
        int rank = (int) Math.ceil(values.size() * percent / PERCENT);
        return sorted().get(Math.max(1, rank) - 1);
    }

    /**
     * Returns the number of values.
     *
     * @return the number
     */
    public int size() {
        return values.size();
    }

    /**
     * Returns the least value.
     *
     * @return the least
     */
    public double least() {
        return Collections.min(values);
    }

    /**
     * Returns the greatest value.
     *
     * @return the greatest
     */
    public double greatest() {
        return Collections.max(values);
    }

    private List<Double> sorted() {
        return values.stream().sorted().toList();
    }

    /** Returns the median, with the least and the greatest value in parentheses. */
    @Override
    public String toString() {
        String format = median() < SMALL ? "%.3f (%.3f to %.3f)" : "%.2f (%.2f to %.2f)";
        return String.format(Locale.ROOT, format, median(), least(), greatest());
    }
}
