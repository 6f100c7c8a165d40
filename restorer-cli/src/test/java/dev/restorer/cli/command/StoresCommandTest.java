package dev.restorer.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.restorer.ShaStores;
import org.junit.jupiter.api.Test;

class StoresCommandTest {

    private final Run run = new Run();

    @Test
    void storesAreListedWithTheirUsageAndClasses() {
        assertThat(run.with("stores")).isZero();
        assertThat(run.out())
                .containsExactly(
                        "Store  Forms (class)",
                        "fake   memory: or fake:/a/directory",
                        "       (" + FakeStore.class.getName() + ")");
    }

    @Test
    void theAbsenceOfStoresIsStated() {
        run.stores = ShaStores::of;
        assertThat(run.with("stores")).isZero();
        assertThat(run.out()).singleElement().asString().startsWith("No SHA store was found. ");
    }

    @Test
    void twoStoresOfOneIdAreAnErrorThatNamesBoth() {
        run.stores = () -> ShaStores.of(new FakeStore(), new FakeStore());
        assertThat(run.with("stores")).isEqualTo(42);
        assertThat(run.err()).singleElement().asString().contains("Two SHA stores", FakeStore.class.getName());
    }
}
