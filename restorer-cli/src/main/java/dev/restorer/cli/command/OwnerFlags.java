package dev.restorer.cli.command;

import dev.restorer.api.Owner;
import dev.restorer.cli.failure.OwnerException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The flags that say who the layers directory belongs to afterwards. {@code bin/restorer} has acted upon them already,
 * where it could: then this process is that user.
 *
 * @param flags what is given
 */
record OwnerFlags(FlagReader flags) {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,10}");

    static void addTo(Flags flags) {
        flags.text(
                "uid", "NUMBER", "the user that the layers directory belongs to afterwards (CNB_USER_ID; one's own)");
        flags.text("gid", "NUMBER", "the group that it belongs to afterwards (CNB_GROUP_ID; one's own)");
    }

    /** Returns the owner that is asked for, or null if none is. */
    @Nullable
    Owner asked() {
        FlagReader.Given uid = flags.given("--uid", "CNB_USER_ID");
        FlagReader.Given gid = flags.given("--gid", "CNB_GROUP_ID");
        if (uid == null && gid == null) {
            return null;
        }
        if (uid == null) {
            throw missing("--uid (CNB_USER_ID)", gid);
        }
        if (gid == null) {
            throw missing("--gid (CNB_GROUP_ID)", uid);
        }
        return new Owner(number(uid), number(gid));
    }

    /**
     * Returns who entries have to be given to.
     *
     * @param process finds who entries belong to anyway
     * @return the owner that is asked for, or null if entries belong to that one anyway
     * @throws OwnerException if this process cannot give anything away
     */
    @Nullable
    Owner toGive(Supplier<Optional<Owner>> process) {
        Owner asked = asked();
        if (asked == null) {
            return null;
        }
        Owner own = process.get().orElse(null);
        // Where nothing is known of this process, the system says whether it may.
        if (own == null) {
            return asked;
        }
        if (own.uid() == asked.uid() && own.gid() == asked.gid()) {
            return null;
        }
        if (own.uid() != 0) {
            throw new OwnerException(asked, own);
        }
        return asked;
    }

    private RuntimeException missing(String flag, FlagReader.@Nullable Given other) {
        return flags.wrong(
                flag + " is missing, since " + (other == null ? "" : other.by()) + " is given: give both or none");
    }

    private int number(FlagReader.Given given) {
        try {
            if (NUMBER.matcher(given.text()).matches()) {
                return Integer.parseInt(given.text());
            }
        } catch (NumberFormatException e) {
            // It is refused as a word is.
        }
        throw flags.wrong(given.refusal() + ": give a whole number from 0 to " + Integer.MAX_VALUE);
    }
}
