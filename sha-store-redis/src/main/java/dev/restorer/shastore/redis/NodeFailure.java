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
        this(problem, remedy, null);
    }

    NodeFailure(String problem, String remedy, @Nullable IOException cause) {
        this(problem, remedy, true, cause);
    }

    private NodeFailure(String problem, String remedy, boolean reached, @Nullable IOException cause) {
        super(problem, cause);
        this.problem = problem;
        this.remedy = remedy;
        this.reached = reached;
    }

    /** The node could not be connected to at all. */
    static NodeFailure unreachable(String problem, String remedy, @Nullable IOException cause) {
        return new NodeFailure(problem, remedy, false, cause);
    }

    /** Tells whether there was a node, which is more than to know that there was none. */
    boolean reached() {
        return reached;
    }

    @Nullable
    IOException cause() {
        return (IOException) getCause();
    }

    String problem() {
        return problem;
    }

    String remedy() {
        return remedy;
    }

    ShaStoreException told() {
        IOException cause = cause();
        return cause == null
                ? new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy)
                : new ShaStoreException(RedisShaStoreProvider.ID, problem, remedy, cause);
    }
}
