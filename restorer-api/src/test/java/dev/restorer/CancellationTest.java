package dev.restorer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CancellationTest {

    private final Cancellation cancellation = new Cancellation();
    private final List<String> run = new ArrayList<>();

    @Test
    void theFirstCancelRunsTheActions() {
        Cancellation.Registration one = cancellation.onCancel(() -> run.add("one"));
        Cancellation.Registration two = cancellation.onCancel(() -> run.add("two"));
        assertThat(cancellation.isCancelled()).isFalse();
        cancellation.cancel();
        cancellation.cancel();
        assertThat(cancellation.isCancelled()).isTrue();
        assertThat(run).containsExactly("one", "two");
        one.close();
        two.close();
    }

    @Test
    void anActionThatThrowsDoesNotKeepOthersFromBeingRun() {
        IllegalStateException failure = new IllegalStateException("an action");
        Cancellation.Registration one = cancellation.onCancel(() -> {
            throw failure;
        });
        Cancellation.Registration two = cancellation.onCancel(() -> run.add("two"));
        assertThatThrownBy(cancellation::cancel).isSameAs(failure);
        assertThat(run).containsExactly("two");
        one.close();
        two.close();
    }

    @Test
    void anActionWhoseRegistrationWasClosedIsNotRun() {
        Runnable action = () -> run.add("one");
        Cancellation.Registration closed = cancellation.onCancel(action);
        Cancellation.Registration open = cancellation.onCancel(action);
        closed.close();
        closed.close();
        cancellation.cancel();
        assertThat(run).hasSize(1);
        open.close();
    }

    @Test
    void anActionWhoseRegistrationIsClosedBeforeItsTurnIsNotRun() {
        List<Cancellation.Registration> later = new ArrayList<>();
        Cancellation.Registration first = cancellation.onCancel(() -> later.forEach(Cancellation.Registration::close));
        later.add(cancellation.onCancel(() -> run.add("later")));
        cancellation.cancel();
        assertThat(run).isEmpty();
        first.close();
    }

    @Test
    void theFirstOfSeveralExceptionsHasTheOthers() {
        IllegalStateException failure = new IllegalStateException("the first");
        IllegalStateException other = new IllegalStateException("the second");
        List<Cancellation.Registration> registrations = new ArrayList<>();
        for (RuntimeException thrown : List.of(failure, other, failure)) {
            registrations.add(cancellation.onCancel(() -> {
                throw thrown;
            }));
        }
        assertThatThrownBy(cancellation::cancel).isSameAs(failure).hasSuppressedException(other);
        assertThat(failure.getSuppressed()).hasSize(1);
        registrations.forEach(Cancellation.Registration::close);
    }

    @Test
    void anActionThatThrowsACheckedExceptionDoesNotKeepTheOthersFromBeingRun() {
        IOException checked = new IOException("as in another language");
        Cancellation.Registration first =
                cancellation.onCancel(() -> CancellationTest.<RuntimeException>rethrow(checked));
        Cancellation.Registration second = cancellation.onCancel(() -> run.add("second"));
        assertThatThrownBy(cancellation::cancel).hasCause(checked);
        assertThat(run).containsExactly("second");
        first.close();
        second.close();
    }

    @Test
    void anActionThatAnInterruptEndsLeavesTheThreadInterrupted() {
        Cancellation.Registration registration =
                cancellation.onCancel(() -> CancellationTest.<RuntimeException>rethrow(new InterruptedException()));
        assertThatThrownBy(cancellation::cancel).hasCauseInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        registration.close();
    }

    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> void rethrow(Throwable thrown) throws E {
        throw (E) thrown;
    }

    @Test
    void anActionIsRunAtOnceAfterTheCancellation() {
        cancellation.cancel();
        try (Cancellation.Registration registration = cancellation.onCancel(() -> run.add("late"))) {
            assertThat(registration).isNotNull();
        }
        assertThat(run).containsExactly("late");
    }
}
