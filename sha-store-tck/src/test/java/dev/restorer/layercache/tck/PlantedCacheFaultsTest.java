package dev.restorer.layercache.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A cache with a fault for each promise shows that the contract catches it. */
@Tag("long")
class PlantedCacheFaultsTest {

    static Stream<CacheFault> faults() {
        return Stream.concat(CacheFaults.all(), StreamFaults.all());
    }

    @Test
    void aSoundCachePassesEveryTest() {
        PlantedCacheContract.plant(SoundCache::new);
        TestExecutionSummary summary = run(selectClass(PlantedCacheContract.class));
        assertThat(failed(summary)).isEmpty();
        assertThat(summary.getTestsAbortedCount()).isZero();
        assertThat(summary.getTestsSucceededCount())
                .isEqualTo(testsOfTheContract().size());
    }

    @ParameterizedTest(name = "A cache that {0} is caught")
    @MethodSource("faults")
    void aCacheWithAFaultIsCaught(CacheFault fault) {
        PlantedCacheContract.plant(fault.cache());
        assertThat(failed(run(selectMethod(PlantedCacheContract.class, fault.caughtBy()))))
                .containsExactly(fault.caughtBy());
    }

    @Test
    void everyTestOfTheContractCatchesAFault() {
        assertThat(faults().map(CacheFault::caughtBy)).containsAll(testsOfTheContract());
    }

    private static Set<String> testsOfTheContract() {
        return Stream.<Class<?>>iterate(LayerCacheContract.class, c -> c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Test.class))
                .map(Method::getName)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static TestExecutionSummary run(DiscoverySelector selector) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(selector).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static Set<String> failed(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure ->
                        failure.getTestIdentifier().getLegacyReportingName().replace("()", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
