package dev.restorer.shastore.redis.connection;

import dev.restorer.shastore.redis.settings.RedisSettings;
import dev.restorer.spi.ShaStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Thrown if a node cannot execute commands. If no other node can, it is converted to a {@link ShaStoreException}, so it
 * contains no password and no exception of Jedis.
 */
public final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;
    private final boolean isReached;

    public NodeFailure(String problem, String remedy) {
        this(problem, remedy, true, null);
    }

    /**
     * Creates a failure.
     *
     * @param problem what happened, with the name of the node
     * @param remedy what to do
     * @param isReached whether a connection was established; of several failures, the first of those is reported
     */
    NodeFailure(String problem, String remedy, boolean isReached, @Nullable Throwable cause) {
        super(problem, cause);
        this.problem = problem;
        this.remedy = remedy;
        this.isReached = isReached;
    }

    public boolean isReached() {
        return isReached;
    }

    /** Returns this failure with a text and a colon before the problem. */
    public NodeFailure withContext(String context) {
        return new NodeFailure(context + ": " + problem, remedy, isReached, getCause());
    }

    public ShaStoreException toShaStoreException() {
        Throwable cause = getCause();
        return cause == null
                ? new ShaStoreException(RedisSettings.PROVIDER_ID, problem, remedy)
                : new ShaStoreException(RedisSettings.PROVIDER_ID, problem, remedy, cause);
    }
}
