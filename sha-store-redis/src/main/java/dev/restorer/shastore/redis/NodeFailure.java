package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreException;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Why a node did not do what it was asked. It becomes a {@link ShaStoreException} where no other node is left to ask,
 * so it holds neither a secret nor an exception of Jedis.
 */
final class NodeFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final String problem;
    private final String remedy;
    private final boolean reached;

    /** The problem names the node. */
    NodeFailure(String problem, String remedy) {
        this(problem, remedy, true, null);
    }

    /** A node that was reached says more than that another could not be connected to at all. */
    NodeFailure(String problem, String remedy, boolean reached, @Nullable IOException cause) {
        super(problem, cause);
        this.problem = problem;
        this.remedy = remedy;
        this.reached = reached;
    }

    boolean reached() {
        return reached;
    }

    /** Says before the problem what it kept from being done. */
    NodeFailure after(String what) {
        return new NodeFailure(what + ": " + problem, remedy, reached, (IOException) getCause());
    }

    ShaStoreException told() {
        Throwable cause = getCause();
        return cause == null
                ? new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy)
                : new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy, cause);
    }
}
