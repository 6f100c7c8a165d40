package dev.restorer.benchmarks.commands;

/** Describes where was measured, since figures mean nothing without that. */
final class Machine {

    private Machine() {}

    static String describe(String javaVersion) {
        return Runtime.getRuntime().availableProcessors() + " cores, JDK " + javaVersion;
    }
}
