package dev.restorer.core.formats;

import dev.restorer.api.Quoted;

/** Thrown if a text does not have the expected format, or a value cannot be expressed in TOML. */
public class FormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;

    /**
     * Creates an exception.
     *
     * @param place the place of the problem, such as the key of a value; empty if the problem names it
     * @param problem the predicate of a sentence whose subject is the place
     */
    public FormatException(String place, String problem) {
        super(Quoted.shorten(place.isEmpty() ? problem : place + " " + problem));
        this.place = Quoted.shorten(place);
        this.problem = problem;
    }

    /**
     * Returns the place of the problem.
     *
     * @return the place, such as the key of a value
     */
    public final String place() {
        return place;
    }

    /**
     * Returns the problem.
     *
     * @return a phrase that follows the place
     */
    public final String problem() {
        return problem;
    }
}
