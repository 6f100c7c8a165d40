package dev.restorer.cli.table;

import dev.restorer.api.Buildpack;
import dev.restorer.api.Quoted;

/** Formats names from untrusted sources: a name is quoted if some of its characters would not be visible. */
public final class DisplayName {

    private DisplayName() {}

    /**
     * Formats a name.
     *
     * @param name any text
     * @return the name on one line, quoted if necessary
     */
    public static String of(String name) {
        String quoted = Quoted.quote(name);
        boolean plain = quoted.length() == name.length() + 2 && quoted.startsWith(name, 1);
        return plain && !name.isEmpty() && name.strip().equals(name) ? name : quoted;
    }

    /**
     * Formats what identifies a buildpack of the group.
     *
     * @param buildpack the buildpack
     * @return its id, its version and its API
     */
    public static String of(Buildpack buildpack) {
        return of(buildpack.id()) + " " + of(buildpack.version()) + " (Buildpack API " + of(buildpack.api()) + ")";
    }
}
