package dev.restorer.api;

/**
 * The owner of the entries of a layers directory, as numeric Unix ids of a user and a group. A build runs as the user
 * and the group of its builder image, and must be able to change what a restore writes. (Platform specification,
 * {@code CNB_USER_ID} and {@code CNB_GROUP_ID})
 *
 * @param uid the id of the user, from 0
 * @param gid the id of the group, from 0
 * @since 0.1
 */
public record Owner(int uid, int gid) {

    /**
     * Checks that neither id is negative.
     *
     * @param uid the id of the user, from 0
     * @param gid the id of the group, from 0
     * @throws IllegalArgumentException if an id is negative
     */
    public Owner {
        if (uid < 0 || gid < 0) {
            throw new IllegalArgumentException("The ids of a user and of a group must not be negative");
        }
    }

    /** Returns the ids in the form that {@code chown} takes, such as {@code 1000:1000}. */
    @Override
    public String toString() {
        return uid + ":" + gid;
    }
}
