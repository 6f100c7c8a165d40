package dev.restorer.api;

/**
 * Who the entries of a layers directory belong to, as the numbers that Unix has for users and groups. A build runs as
 * the user and the group of its builder image, and must be able to change what a restore leaves. (Platform
 * specification, {@code CNB_USER_ID} and {@code CNB_GROUP_ID})
 *
 * @param uid the id of the user, from 0
 * @param gid the id of the group, from 0
 * @since 0.1
 */
public record Owner(int uid, int gid) {

    /** Checks that both are ids. */
    public Owner {
        if (uid < 0 || gid < 0) {
            throw new IllegalArgumentException("The ids of a user and a group are never below zero");
        }
    }

    /** Returns the ids as {@code chown} takes them, such as {@code 1000:1000}. */
    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
