package dev.restorer.cli.failure;

import dev.restorer.api.UnknownApiException;

/** The exit codes of the command, which are those of the Platform specification where it defines them. */
public final class ExitCode {

    /** Success. */
    public static final int DONE = 0;
    /** The two reports that {@code diff} compares are different. */
    public static final int DIFFERENT = 1;

    /** The arguments are invalid. */
    public static final int WRONG_ARGUMENTS = 3;
    /** The Platform API is not supported. */
    public static final int UNKNOWN_PLATFORM_API = 11;
    /** The Buildpack API of a buildpack is not supported. */
    public static final int UNKNOWN_BUILDPACK_API = 12;
    /** The restore failed. */
    public static final int FAILED = 42;

    private ExitCode() {}

    /**
     * Returns the exit code for a failure.
     *
     * @param failure the exception
     * @return the exit code
     */
    public static int of(Throwable failure) {
        if (failure instanceof UnknownApiException unknown) {
            return unknown.buildpackId() == null ? UNKNOWN_PLATFORM_API : UNKNOWN_BUILDPACK_API;
        }
        return FAILED;
    }
}
