package dev.restorer.cli.failure;

import dev.restorer.api.Owner;
import dev.restorer.api.RestorerException;

/** A process that is not root is asked to give files to somebody else. */
public final class OwnerException extends RestorerException {

    private static final long serialVersionUID = 1L;

    /**
     * Makes an exception.
     *
     * @param asked who the files are to belong to
     * @param own who they belong to when this process makes them
     */
    public OwnerException(Owner asked, Owner own) {
        super(
                "Only root can give files to " + asked + ", and this process is " + own,
                "Run as root or as " + asked + ", or leave out --uid and --gid (CNB_USER_ID, CNB_GROUP_ID)");
    }
}
