package dev.restorer.process;

import java.util.List;

/** What a process left: its exit code, and the lines that it wrote. */
public record Finished(int exitCode, List<String> out, List<String> err) {}
