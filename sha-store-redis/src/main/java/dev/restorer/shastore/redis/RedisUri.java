package dev.restorer.shastore.redis;

import dev.restorer.spi.ShaStoreConfiguration;

/**
 * Cuts what stands behind the scheme, {@code //user:password@host:port/path?query}, into its parts.
 *
 * @param userInfo what stands before the {@code @}; empty if there is none
 * @param hosts what stands behind it
 * @param path without its slash; empty if there is none
 * @param query without its question mark; empty if there is none
 */
record RedisUri(String userInfo, String hosts, String path, String query) {

    private static final String RESERVED = "has a reserved character out of place: /, ?, # and @ in a user, a password"
            + " or a value are written %2F, %3F, %23 and %40";

    static RedisUri of(ShaStoreConfiguration configuration) {
        String rest = configuration.rest();
        if (!rest.startsWith("//")) {
            throw UriProblems.form("has no // behind its scheme");
        }
        if (rest.indexOf('#') >= 0 || count(rest, '@') > 1 || count(rest, '?') > 1) {
            throw UriProblems.form(RESERVED);
        }
        int question = rest.indexOf('?');
        String query = question < 0 ? "" : rest.substring(question + 1);
        String hierarchy = rest.substring(2, question < 0 ? rest.length() : question);
        int slash = hierarchy.indexOf('/');
        String authority = slash < 0 ? hierarchy : hierarchy.substring(0, slash);
        String path = slash < 0 ? "" : hierarchy.substring(slash + 1);
        int at = authority.indexOf('@');
        if (at < 0 && rest.indexOf('@') >= 0) {
            throw UriProblems.form(RESERVED);
        }
        return new RedisUri(at <= 0 ? "" : authority.substring(0, at), authority.substring(at + 1), path, query);
    }

    private static long count(String text, char c) {
        return text.chars().filter(other -> other == c).count();
    }

    /** Leaves out everything. */
    @Override
    public String toString() {
        return "RedisUri[…]";
    }
}
