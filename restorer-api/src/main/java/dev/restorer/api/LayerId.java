package dev.restorer.api;

import java.util.Objects;

/**
 * Identifies a layer of a buildpack.
 *
 * @param buildpackId the id of the buildpack, unescaped
 * @param layer the name of the layer
 * @since 0.1
 */
public record LayerId(String buildpackId, String layer) {

    /**
     * Checks that nothing is null.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param layer the name of the layer
     * @throws NullPointerException if one of them is null
     */
    public LayerId {
        Objects.requireNonNull(buildpackId, "buildpackId");
        Objects.requireNonNull(layer, "layer");
    }

    /**
     * Returns {@code "<buildpack id>:<layer>"} with its quotes, as logs and messages name a layer. Characters that
     * cannot be printed are escaped, so that no name can break a line.
     */
    @Override
    public String toString() {
        return Quoted.quote(buildpackId + ":" + layer);
    }
}
