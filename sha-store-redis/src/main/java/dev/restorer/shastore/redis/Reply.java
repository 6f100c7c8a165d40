package dev.restorer.shastore.redis;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server answers to one command. */
sealed interface Reply {

    /** A text, which for a status is such as {@code OK}. */
    record Text(String text) implements Reply {}

    /** A number. */
    record Count(long value) implements Reply {}

    /** Many replies. */
    record Many(List<Reply> replies) implements Reply {}

    /** Nothing, where something might have been. */
    record Absent() implements Reply {}

    /** An error, such as {@code MOVED 42 10.0.0.1:6379}. It was written by the server, so it may hold anything. */
    record Refusal(String text) implements Reply {

        private static final Pattern WHOLE_TRANSACTION = Pattern.compile("EXECABORT .*?because of: ");

        /** Where a whole transaction was refused, takes why. */
        static Refusal of(String written) {
            Matcher transaction = WHOLE_TRANSACTION.matcher(written);
            return new Refusal(transaction.lookingAt() ? written.substring(transaction.end()) : written);
        }

        /** Returns the first word, which tells the kind. */
        String code() {
            return text.split(" ", 2)[0];
        }
    }

    /** Returns the refusal, if this is one or has one in it. */
    default Optional<Refusal> refusal() {
        if (this instanceof Refusal refusal) {
            return Optional.of(refusal);
        }
        return this instanceof Many many ? firstRefusal(many.replies()) : Optional.empty();
    }

    /** Returns the first refusal, which those that follow come from. */
    static Optional<Refusal> firstRefusal(List<Reply> replies) {
        return replies.stream().flatMap(reply -> reply.refusal().stream()).findFirst();
    }
}
