package dev.restorer.api;

import java.util.Objects;

/**
 * A buildpack of the group, as {@code group.toml} lists it. (Platform specification, group.toml)
 *
 * @param id the id, such as {@code example/node}; kept as it was read, and checked only when a plan is made
 * @param version the version of the buildpack; may be empty
 * @param api the Buildpack API as it was read, such as {@code 0.10}; an unknown one makes the plan fail
 * @since 0.1
 */
public record Buildpack(String id, String version, String api) {

    /**
     * Checks that nothing is null.
     *
     * @param id the id, such as {@code example/node}
     * @param version the version of the buildpack
     * @param api the Buildpack API as it was read, such as {@code 0.10}
     * @throws NullPointerException if one of them is null
     */
    public Buildpack {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(api, "api");
    }
}
