package dev.restorer.api;

/**
 * Thrown if a restore cannot be done. The message is one line that says what happened, where, and what to do.
 *
 * @since 0.1
 */
public abstract class RestorerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What the user can do about it. */
    private final String remedy;

    /**
     * Creates an exception.
     *
     * @param problem what happened and where, without a full stop
     * @param remedy what to do: one sentence or several, without the last full stop
     */
    protected RestorerException(String problem, String remedy) {
        super(Quoted.escape(problem + ". " + remedy + "."));
        this.remedy = remedy;
    }

    /**
     * Creates an exception with a cause.
     *
     * @param problem what happened and where, without a full stop
     * @param remedy what to do: one sentence or several, without the last full stop
     * @param cause the cause
     */
    protected RestorerException(String problem, String remedy, Throwable cause) {
        super(Quoted.escape(problem + ". " + remedy + "."), cause);
        this.remedy = remedy;
    }

    /**
     * Returns what the user can do about the problem. The message ends with it.
     *
     * @return one sentence or several, without the last full stop
     */
    public String remedy() {
        return remedy;
    }
}
