package dev.restorer.core.formats;

import dev.restorer.api.Quoted;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;

/** Converts Jackson's exceptions. */
public final class JacksonProblem {

    /** Remarks for programmers: where the value began in an object of Java, and how to configure Jackson. */
    private static final Pattern REMARKS = Pattern.compile(" \\((?:start marker|for \\w+ starting) at \\[.*?]\\)"
            + "|: enable `.*?` to allow| \\(consider enabling .*?\\)\\)"
            + "|, from `StreamReadConstraints[^`]*`| \\(not recognized as one since Feature .*?\\)");

    private JacksonProblem() {}

    public static FormatException of(JacksonException e) {
        if (e.getCause() instanceof StreamConstraintsException limit) {
            return of(limit); // Jackson's TOML parser reports it as a malformed number
        }
        String problem = problem(e) + place(e.getLocation());
        return e instanceof StreamConstraintsException ? new LimitException(problem) : new FormatException("", problem);
    }

    /** Converts an exception about the metadata of a layer, which is a part of a document. */
    public static FormatException ofMetadata(JacksonException e) {
        return new FormatException("metadata", "is not JSON: " + problem(e));
    }

    /** Returns the message without remarks for programmers, and shortened, since it may quote the source. */
    private static String problem(JacksonException e) {
        return Quoted.shorten(REMARKS.matcher(e.getOriginalMessage()).replaceAll(""));
    }

    private static String place(@Nullable TokenStreamLocation location) {
        return location == null || location.getLineNr() < 1
                ? ""
                : " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
    }
}
