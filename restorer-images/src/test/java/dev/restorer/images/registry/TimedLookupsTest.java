package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.restorer.images.reference.Reference;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.address.TimedLookups;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.ImageSourceConfiguration;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class TimedLookupsTest {

    private static final String PUBLIC = "r.example";
    private static final String LISTED = "listed.example:80";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CompletableFuture<Void> end = new CompletableFuture<>();

    @AfterEach
    void endLookups() {
        end.complete(null);
    }

    private static DnsResolver resolver(Lookup lookup) {
        return new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return lookup.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        };
    }

    private interface Lookup {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    /** Waits like a lookup of the system, which no interrupt ends. */
    private InetAddress[] block(String host) throws UnknownHostException {
        asked.countDown();
        end.completeOnTimeout(null, 10, TimeUnit.SECONDS).join();
        throw new UnknownHostException(host);
    }

    private RegistryImages blocked(ImageSourceConfiguration.Builder configuration) {
        return TestRegistry.images(configuration.insecureRegistries(Set.of(LISTED)), resolver(this::block));
    }

    private static RegistryReference at(String registry) {
        return (RegistryReference) Reference.parse(registry + "/a/b:1");
    }

    @ParameterizedTest
    @ValueSource(strings = {PUBLIC, LISTED})
    void closingEndsACallThatWaitsForALookupWithinASecond(String registry) throws Exception {
        RegistryImages images = blocked(TestRegistry.configuration());
        CompletableFuture<?> call = CompletableFuture.runAsync(() -> images.image(at(registry)));
        asked.await();
        images.close();
        assertThat(call)
                .failsWithin(Duration.ofSeconds(1))
                .withThrowableThat()
                .withMessageContaining("the image source was closed");
    }

    @Test
    void aLookupEndsWithTheConnectTimeout() {
        try (RegistryImages images = blocked(TestRegistry.configuration().connectTimeout(Duration.ofMillis(200)))) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(at(PUBLIC)))
                    .withMessageContaining("the lookup of the host r.example did not complete within 200 ms. Check");
        }
    }

    @Test
    void anInterruptEndsACallThatWaitsForALookup() throws Exception {
        try (RegistryImages images = blocked(TestRegistry.configuration())) {
            CompletableFuture<Thread> caller = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
                caller.complete(Thread.currentThread());
                assertThatExceptionOfType(ImageReadException.class)
                        .isThrownBy(() -> images.image(at(PUBLIC)))
                        .withMessageContaining("was interrupted");
                return Thread.interrupted();
            });
            asked.await();
            caller.get().interrupt();
            assertThat(interrupted).succeedsWithin(Duration.ofSeconds(1)).isEqualTo(true);
        }
    }

    @Test
    void theThreadOfALookupKeepsNothingOfItsCaller() throws Exception {
        InheritableThreadLocal<String> local = new InheritableThreadLocal<>();
        AtomicReference<ClassLoader> loader = new AtomicReference<>(getClass().getClassLoader());
        AtomicReference<String> inherited = new AtomicReference<>();
        local.set("of the caller");
        try (Lifetime lifetime = new Lifetime()) {
            DnsResolver system = resolver(host -> {
                loader.set(Thread.currentThread().getContextClassLoader());
                inherited.set(local.get());
                return new InetAddress[0];
            });
            assertThat(new TimedLookups(system, lifetime, Duration.ofSeconds(20)).resolve(PUBLIC))
                    .isEmpty();
        }
        assertThat(loader).hasNullValue();
        assertThat(inherited).hasNullValue();
    }

    @Test
    void aHostThatIsUnknownIsReportedAsByTheSystem() {
        UnknownHostException unknown = new UnknownHostException(PUBLIC);
        try (Lifetime lifetime = new Lifetime()) {
            DnsResolver system = resolver(host -> {
                throw unknown;
            });
            assertThatThrownBy(() -> new TimedLookups(system, lifetime, Duration.ofSeconds(20)).resolve(PUBLIC))
                    .isSameAs(unknown);
        }
    }
}
