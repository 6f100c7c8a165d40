package dev.restorer.cli.settings;

import dev.restorer.api.Owner;
import dev.restorer.cli.arguments.FlagReader;
import dev.restorer.cli.arguments.Flags;
import dev.restorer.cli.failure.ForeignOwnerException;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParameterException;

/**
 * The flags for the owner of the layers directory. {@code bin/restorer} has already switched to that user if it could;
 * then this process runs as the owner.
 *
 * @param flags the flags
 */
public record OwnerFlags(FlagReader flags) {

    private static final int MAX_DIGITS = 10;

    static void addTo(Flags flags) {
        flags.text(
                "uid",
                "NUMBER",
                "the user who owns the layers directory afterwards (CNB_USER_ID; default: the current user)");
        flags.text(
                "gid",
                "NUMBER",
                "the group of the layers directory afterwards (CNB_GROUP_ID; default: the current group)");
    }

    /**
     * Returns the requested owner.
     *
     * @return the owner, or null if none is requested
     */
    public @Nullable Owner requestedOwner() {
        FlagReader.Value uid = flags.given("--uid", "CNB_USER_ID");
        FlagReader.Value gid = flags.given("--gid", "CNB_GROUP_ID");
        if (uid != null && gid != null) {
            return new Owner(number(uid), number(gid));
        }
        if (uid != null) {
            throw missing("--gid (CNB_GROUP_ID)", uid);
        }
        if (gid != null) {
            throw missing("--uid (CNB_USER_ID)", gid);
        }
        return null;
    }

    /**
     * Returns the owner that must be set.
     *
     * @param process finds the owner of files that this process creates
     * @return the requested owner, or null if no owner must be set
     * @throws ForeignOwnerException if this process cannot change owners
     */
    public @Nullable Owner ownerToSet(Supplier<Optional<Owner>> process) {
        Owner requested = requestedOwner();
        if (requested == null) {
            return null;
        }
        Owner own = process.get().orElse(null);
        // If the owner of this process is not known, an attempt to change an owner shows whether it is allowed.
        if (own == null) {
            return requested;
        }
        if (own.uid() == requested.uid() && own.gid() == requested.gid()) {
            return null;
        }
        if (own.uid() != 0) {
            throw new ForeignOwnerException(requested, own);
        }
        return requested;
    }

    private ParameterException missing(String flag, FlagReader.Value other) {
        number(other); // an invalid number is reported first
        return flags.wrong(flag + " is missing, since " + other.source() + " is given: give both or none");
    }

    private int number(FlagReader.Value given) {
        try {
            if (isNumber(given.text())) {
                return Integer.parseInt(given.text());
            }
        } catch (NumberFormatException e) {
            // It is rejected below.
        }
        throw flags.wrong(given.refusal() + ": give a whole number from 0 to " + Integer.MAX_VALUE);
    }

    /** A loop, since every start would compile a regular expression. */
    private static boolean isNumber(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty() && text.length() <= MAX_DIGITS;
    }
}
