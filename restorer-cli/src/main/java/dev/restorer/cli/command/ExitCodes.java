package dev.restorer.cli.command;

import dev.restorer.cli.failure.ExitCode;
import java.util.Map;
import java.util.TreeMap;

/** Describes exit codes in the help: each subcommand has those that it may end with. */
final class ExitCodes {

    private static final String DIFFERENT = key(ExitCode.DIFFERENT);
    private static final String UNKNOWN_PLATFORM_API = key(ExitCode.UNKNOWN_PLATFORM_API);
    private static final String UNKNOWN_BUILDPACK_API = key(ExitCode.UNKNOWN_BUILDPACK_API);

    private ExitCodes() {}

    /** Returns the exit codes of every subcommand. */
    static Map<String, String> common() {
        Map<String, String> codes = new TreeMap<>();
        codes.put(key(ExitCode.DONE), "success");
        codes.put(key(ExitCode.WRONG_ARGUMENTS), "invalid arguments");
        codes.put(key(ExitCode.FAILED), "the restore, or another subcommand, failed");
        return codes;
    }

    /** Returns the exit codes of subcommands that read a group. */
    static Map<String, String> ofRestore() {
        Map<String, String> codes = common();
        codes.put(UNKNOWN_PLATFORM_API, "the Platform API is not supported");
        codes.put(UNKNOWN_BUILDPACK_API, "the Buildpack API of a buildpack is not supported");
        return codes;
    }

    static Map<String, String> ofDiff() {
        Map<String, String> codes = common();
        codes.put(DIFFERENT, "the reports that diff compares are different");
        return codes;
    }

    static Map<String, String> all() {
        Map<String, String> codes = ofRestore();
        codes.putAll(ofDiff());
        return codes;
    }

    /** Aligns the codes to the right, which is also their order. */
    private static String key(int code) {
        return code < 10 ? " " + code : String.valueOf(code);
    }
}
