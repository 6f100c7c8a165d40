package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a node cannot execute commands. If no other node can, it is converted to a {@link ShaStoreException}, so it
 * contains no password and no exception of Jedis.
 */
final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;
    private final boolean isReached;

    NodeFailure(String problem, String remedy) {
        this(problem, remedy, true, null);
    }

    /**
     * Creates a failure.
     *
     * @param problem what happened, with the name of the node
     * @param remedy what to do
     * @param isReached whether a connection was established; of several failures, the first of those is reported
     */
    NodeFailure(String problem, String remedy, boolean isReached, @Nullable IOException cause) {
        super(problem, cause);
        this.problem = problem;
        this.remedy = remedy;
        this.isReached = isReached;
    }

    boolean isReached() {
        return isReached;
    }

    /** Returns this failure with a text and a colon before the problem. */
    NodeFailure withContext(String context) {
        return new NodeFailure(context + ": " + problem, remedy, isReached, (IOException) getCause());
    }

    ShaStoreException toShaStoreException() {
        Throwable cause = getCause();
        return cause == null
                ? new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy)
                : new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy, cause);
    }
}
