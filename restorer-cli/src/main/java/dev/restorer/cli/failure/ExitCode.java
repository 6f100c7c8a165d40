package dev.restorer.cli.failure;

import dev.restorer.api.UnknownApiException;

/** How the command ends; the numbers are those of the Platform specification where it has them. */
public final class ExitCode {

    /** All was done. */
    public static final int DONE = 0;
    /** The arguments are wrong. */
    public static final int WRONG_ARGUMENTS = 3;
    /** The Platform API is not known. */
    public static final int UNKNOWN_PLATFORM_API = 11;
    /** The Buildpack API of a buildpack is not known. */
    public static final int UNKNOWN_BUILDPACK_API = 12;
    /** Restoring failed. */
    public static final int FAILED = 42;

    private ExitCode() {}

    /**
     * Tells how a failure ends the command.
     *
     * @param failure what was thrown
     * @return the exit code
     */
    public static int of(Throwable failure) {
        if (failure instanceof UnknownApiException unknown) {
            return unknown.buildpackId() == null ? UNKNOWN_PLATFORM_API : UNKNOWN_BUILDPACK_API;
        }
        return FAILED;
    }
}
