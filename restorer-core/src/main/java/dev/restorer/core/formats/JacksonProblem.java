package dev.restorer.core.formats;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Converts Jackson's exceptions. */
final class JacksonProblem {

    private static final int MAX_CHARACTERS = 300;
    private static final Pattern START_MARKER = Pattern.compile(" \\(start marker at \\[.*?]\\)");

    private JacksonProblem() {}

    static FormatException of(JacksonException e) {
        if (e.getCause() instanceof StreamConstraintsException limit) {
            return of(limit); // Jackson's TOML parser reports it as a malformed number
        }
        String problem = problem(e) + place(e.getLocation());
        return e instanceof StreamConstraintsException ? new LimitException(problem) : new FormatException("", problem);
    }

    /** Converts an exception about the metadata of a layer, which is a part of a document. */
    static FormatException ofMetadata(JacksonException e) {
        return new FormatException("metadata", "is not JSON: " + problem(e));
    }

    /**
     * Returns the message without Jackson's remark that the source is not shown, and shortened, since it may quote the
     * source.
     */
    private static String problem(JacksonException e) {
        String problem = START_MARKER.matcher(e.getOriginalMessage()).replaceAll("");
        return problem.length() <= MAX_CHARACTERS ? problem : problem.substring(0, MAX_CHARACTERS) + "…";
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
