package dev.restorer.vendors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class CausesTest {

    private final Exception inner = new EOFException("inner");
    private final Exception middle = new IOException("middle", inner);
    private final Exception outer = new IllegalStateException("outer", middle);

    @Test
    void theExceptionItselfComesFirst() {
        assertThat(Causes.of(outer)).containsExactly(outer, middle, inner);
    }

    @Test
    void theFirstOfATypeMayBeOfASubclass() {
        assertThat(Causes.first(outer, IOException.class)).isSameAs(middle);
        assertThat(Causes.first(inner, IOException.class)).isSameAs(inner);
        assertThat(Causes.first(outer, IllegalArgumentException.class)).isNull();
        assertThat(Causes.include(outer, EOFException.class)).isTrue();
        assertThat(Causes.include(middle, IllegalStateException.class)).isFalse();
    }

    @Test
    void anExceptionWithoutACauseIsTheInnermost() {
        assertThat(Causes.innermost(outer)).isSameAs(inner);
        assertThat(Causes.innermost(inner)).isSameAs(inner);
    }

    @Test
    void exceptionsThatAreTheCausesOfEachOtherEndTheSearch() {
        Exception one = new IllegalStateException("one");
        Exception two = new IllegalStateException("two", one);
        one.initCause(two);
        assertThat(Causes.of(one)).hasSize(100);
        assertThat(Causes.innermost(one)).isIn(one, two);
        assertThat(Causes.first(one, IOException.class)).isNull();
    }
}
