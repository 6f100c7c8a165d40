package dev.restorer.cli.failure;

import dev.restorer.api.Owner;
import dev.restorer.api.RestorerException;

/** Thrown if a process that does not run as root is to give files to another user. */
public final class ForeignOwnerException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an exception.
     *
     * @param requested the requested owner
     * @param own the owner of files that this process creates
     */
    public ForeignOwnerException(Owner requested, Owner own) {
        super(
                "Only root can give files to " + requested + ", and this process is " + own,
                "Run as root or as " + requested + ", or leave out --uid and --gid (CNB_USER_ID, CNB_GROUP_ID)");
    }
}
