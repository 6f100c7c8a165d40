package dev.restorer.shastore.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.restorer.api.LayerId;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A store with a fault for each promise shows that the contract catches it. */
@Tag("long")
class PlantedFaultsTest {

    private static final Pattern NAMED = Pattern.compile(
            "(layer \".+|close|of nothing), build (build-[0-9a-f-]{36}|of openBrokenStore\\(\\))", Pattern.DOTALL);

    static Stream<Fault> faults() {
        return Stream.of(
                        SingleFaults.all(),
                        SurrogateFaults.all(),
                        BulkFaults.all(),
                        BulkPutFaults.all(),
                        BulkGetFaults.all(),
                        ThreadFaults.all(),
                        UseFaults.all(),
                        FileFaults.all())
                .flatMap(faults -> faults);
    }

    @Test
    void aSoundStorePassesEveryTest() {
        assertPassesEveryTest(SoundStore::new);
    }

    @Test
    void soDoesOneWhoseFilesTheRestoreWrites() {
        assertPassesEveryTest(SoundFileStore::new);
    }

    @Test
    void soDoesOneThatRefusesUnpairedSurrogates() {
        assertPassesEveryTest(SurrogatesRefused::new);
    }

    private static void assertPassesEveryTest(Function<Map<LayerId, String>, SoundStore> store) {
        PlantedContract.plant(store);
        TestExecutionSummary summary = run(selectClass(PlantedContract.class));
        assertThat(failed(summary)).isEmpty();
        assertThat(summary.getTestsSkippedCount()).isZero();
        assertThat(summary.getTestsAbortedCount()).isZero();
        assertThat(summary.getTestsSucceededCount()).isGreaterThan(100);
    }

    @ParameterizedTest(name = "A store that {0} is caught")
    @MethodSource("faults")
    void aStoreWithAFaultIsCaught(Fault fault) {
        PlantedContract.plant(fault.store());
        TestExecutionSummary summary = run(selectMethod(PlantedContract.class, testOfTheContract(fault.caughtBy())));
        assertThat(failed(summary)).containsExactly(fault.caughtBy());
        assertThat(summary.getFailures())
                .allSatisfy(
                        failure -> assertThat(failure.getException()).message().containsPattern(NAMED));
    }

    @Test
    void aStoreThatIsSlowMayBeSparedMostCalls() {
        AtomicInteger puts = new AtomicInteger();
        PlantedContract.plant(kept -> new SoundStore(kept) {
            @Override
            public void put(String buildpackId, String layer, String diffId) {
                puts.incrementAndGet();
                super.put(buildpackId, layer, diffId);
            }
        });
        assertThat(failed(run(selectClass(PlantedContract.OfSlowStore.class)))).isEmpty();
        assertThat(puts).hasValueLessThan(1_000);
    }

    @Test
    void everyTestOfTheContractCatchesAFault() {
        assertThat(faults().map(Fault::caughtBy))
                .containsAll(testsOfTheContract().map(Method::getName).toList());
    }

    private static Method testOfTheContract(String name) {
        return testsOfTheContract()
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The contract has no test " + name));
    }

    private static Stream<Method> testsOfTheContract() {
        return Stream.<Class<?>>iterate(ShaStoreContract.class, c -> c != Object.class, Class::getSuperclass)
                .flatMap(c -> Arrays.stream(c.getDeclaredMethods()))
                .filter(m -> m.isAnnotationPresent(Test.class) || m.isAnnotationPresent(ParameterizedTest.class));
    }

    private static TestExecutionSummary run(DiscoverySelector contract) {
        LauncherDiscoveryRequest request =
                LauncherDiscoveryRequestBuilder.request().selectors(contract).build();
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherFactory.create().execute(request, listener);
        return listener.getSummary();
    }

    private static Set<String> failed(TestExecutionSummary summary) {
        return summary.getFailures().stream()
                .map(failure -> method(failure.getTestIdentifier()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String method(TestIdentifier test) {
        return test.getSource()
                .map(source -> source instanceof org.junit.platform.engine.support.descriptor.MethodSource method
                        ? method.getMethodName()
                        : source.toString())
                .orElseThrow();
    }
}
