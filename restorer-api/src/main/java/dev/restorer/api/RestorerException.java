package dev.restorer.api;

/**
 * Something that keeps a restore from being done. The message is one line: what happened, and what to do.
 *
 * @since 0.1
 */
public abstract class RestorerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What to do about it. */
    private final String remedy;

    /**
     * Makes an exception.
     *
     * @param problem what happened and where, without a full stop
     * @param remedy what to do, a sentence without a full stop
     */
    protected RestorerException(String problem, String remedy) {
        super(Quoted.escape(problem + ". " + remedy + "."));
        this.remedy = remedy;
    }

    /**
     * Makes an exception that another one led to.
     *
     * @param problem what happened and where, without a full stop
     * @param remedy what to do, a sentence without a full stop
     * @param cause what led to it
     */
    protected RestorerException(String problem, String remedy, Throwable cause) {
        super(Quoted.escape(problem + ". " + remedy + "."), cause);
        this.remedy = remedy;
    }

    /**
     * Returns what to do.
     *
     * @return a sentence without a full stop
     */
    public String remedy() {
        return remedy;
    }
}
