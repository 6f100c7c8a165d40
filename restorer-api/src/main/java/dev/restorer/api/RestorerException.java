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
        super(oneLine(problem + ". " + remedy + "."));
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
        super(oneLine(problem + ". " + remedy + "."), cause);
        this.remedy = remedy;
    }

    /** A path may have anything in it, a line break too. */
    private static String oneLine(String message) {
        return message.codePoints().anyMatch(RestorerException::breaksLine) ? escaped(message) : message;
    }

    private static String escaped(String message) {
        StringBuilder line = new StringBuilder();
        message.codePoints().forEach(c -> {
            if (breaksLine(c)) {
                Quoted.append(line, c);
            } else {
                line.appendCodePoint(c);
            }
        });
        return line.toString();
    }

    private static boolean breaksLine(int codePoint) {
        return Character.isISOControl(codePoint) || codePoint == 0x2028 || codePoint == 0x2029;
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
