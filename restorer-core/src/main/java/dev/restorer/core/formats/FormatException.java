package dev.restorer.core.formats;

/** A text is not of the form that it should have, or a value is not one that TOML has. */
public class FormatException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String place;
    private final String problem;

    /**
     * Makes one.
     *
     * @param place what is wrong, such as the key of a value; empty where the problem says it
     * @param problem what is wrong with it
     */
    public FormatException(String place, String problem) {
        super(place.isEmpty() ? problem : place + " " + problem);
        this.place = place;
        this.problem = problem;
    }

    /**
     * Returns what is wrong.
     *
     * @return the key of a value, say
     */
    public final String place() {
        return place;
    }

    /**
     * Returns what is wrong with it.
     *
     * @return a phrase that follows the place
     */
    public final String problem() {
        return problem;
    }

    /**
     * Returns the same of a place further up.
     *
     * @param outer where the place is
     * @return an exception with both places
     */
    public final FormatException in(String outer) {
        return new FormatException(outer + "." + place, problem);
    }
}
