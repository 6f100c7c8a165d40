package dev.restorer.vendors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.api.ProviderException;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VendorTest {

    private static final String NAME = VendorTest.class.getName();

    private final Vendor vendor = new Vendor(this, "double");

    @AfterEach
    void clearTheInterruptStatus() {
        Thread.interrupted();
    }

    private static Callable<String> throwing(Throwable thrown) {
        return () -> {
            throw VendorTest.<RuntimeException>unchecked(thrown);
        };
    }

    /** Returns an exception that the compiler takes for another one, as code in other languages throws it. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
        throw (E) thrown;
    }

    static Stream<Throwable> undeclared() {
        return Stream.of(
                new IllegalStateException("a defect"),
                new IOException("a defect"),
                new NoClassDefFoundError("a defect"),
                new AssertionError("a defect"));
    }

    @ParameterizedTest
    @MethodSource("undeclared")
    void whatIsThrownWithoutDeclarationIsAnErrorThatNamesTheClass(Throwable thrown) {
        assertThatExceptionOfType(ProviderException.class)
                .isThrownBy(() -> vendor.call("a text", throwing(thrown)))
                .withMessage(NAME + " threw " + thrown.getClass().getName() + ": a defect."
                        + " Report it to the developers of that double, or use another one.")
                .withCause(thrown)
                .satisfies(e -> assertThat(e.providers()).containsExactly(NAME));
    }

    @Test
    void nullIsAnErrorThatNamesTheClass() {
        assertThatThrownBy(() -> vendor.call("a text", () -> null))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(NAME + " returned null instead of a text. Report it");
    }

    @Test
    void ofAnObjectThatStandsForAnotherTheClassOfThatIsNamed() {
        VendorProxy proxy = () -> this;
        assertThatThrownBy(() -> new Vendor(proxy, "double").call("a text", () -> null))
                .isInstanceOf(ProviderException.class)
                .hasMessageStartingWith(NAME + " returned null");
    }

    @Test
    void anExceptionOfTheRestorerIsThrownAsItIs() {
        ProviderException other = new ProviderException("a", "b", List.of());
        assertThatThrownBy(() -> vendor.call("a text", throwing(other))).isSameAs(other);
    }

    @Test
    void anErrorOfTheVirtualMachineIsThrownAsItIs() {
        Error full = new OutOfMemoryError();
        assertThatThrownBy(() -> vendor.call("a text", throwing(full))).isSameAs(full);
    }

    @Test
    void whatTheInterfaceDeclaresOrAllowsIsThrownAsItIs() {
        Vendor closeable = new Vendor(this, "double", IllegalStateException.class);
        IOException declared = new IOException();
        IllegalStateException allowed = new IllegalStateException();
        assertThatThrownBy(() -> closeable.call("a text", IOException.class, throwing(declared)))
                .isSameAs(declared);
        assertThatThrownBy(() -> closeable.call("a text", IOException.class, throwing(allowed)))
                .isSameAs(allowed);
    }

    @Test
    void ofALongMessageOnlyTheStartIsShown() {
        assertThatThrownBy(() -> vendor.call("a text", throwing(new IllegalStateException("x".repeat(100_000)))))
                .hasMessageEndingWith(
                        "x… (100033 characters). Report it to the developers of that double, or use another one.")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(2_000));
    }

    @Test
    void anInterruptThatEndedTheCallIsNotLost() {
        assertThatThrownBy(() -> vendor.call("a text", throwing(new InterruptedException())))
                .isInstanceOf(ProviderException.class);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
}
