package dev.restorer.images.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.restorer.images.TestImage;
import dev.restorer.images.reference.Digest;
import dev.restorer.spi.DamagedImageException;
import dev.restorer.spi.Image;
import dev.restorer.spi.ImageCredentials;
import dev.restorer.spi.ImageReadException;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
@Timeout(60)
class FaultsTest {

    private final byte[] layer = new byte[3 << 20];
    private TestImage written;
    private TestRegistry registry;
    private String blob;

    @BeforeEach
    void start() throws IOException {
        new Random(1).nextBytes(layer);
        written = TestImage.of(Map.of(), layer);
        registry = new TestRegistry().with("1", written);
        blob = TestRegistry.blob(Digest.sha256(layer));
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private void assertLayerIsComplete() throws IOException {
        try (RegistryImages images = TestRegistry.images();
                LayerContents contents = layer(images)) {
            assertThat(contents.stream().readAllBytes()).isEqualTo(layer);
        }
    }

    private LayerContents layer(RegistryImages images) throws IOException {
        Image image = images.image(registry.reference(":1")).orElseThrow();
        return image.layer(written.diffIds().get(0)).orElseThrow();
    }

    private void assertLayerFails(String why) throws IOException {
        try (RegistryImages images = TestRegistry.images();
                LayerContents contents = layer(images)) {
            assertThatIOException()
                    .isThrownBy(() -> contents.stream().readAllBytes())
                    .withMessageContaining(why);
        }
    }

    /** Sends only a part of the content. With ranges, the part begins at the requested position. */
    private TestRegistry.Handler cutting(boolean knowsRanges, int... lengths) {
        AtomicInteger time = new AtomicInteger();
        return exchange -> {
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from =
                    range == null || !knowsRanges ? 0 : Integer.parseInt(range.replaceAll("bytes=(\\d+)-\\d+", "$1"));
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set("Content-Range", "bytes " + from + "-" + (layer.length - 1) + "/" + layer.length);
            }
            int cut = time.get() < lengths.length ? lengths[time.getAndIncrement()] : layer.length;
            exchange.sendResponseHeaders(from > 0 ? 206 : 200, layer.length - from);
            exchange.getResponseBody().write(layer, from, Math.max(0, Math.min(cut, layer.length) - from));
            exchange.getResponseBody().flush();
        };
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 503})
    void temporaryErrorsAreRetried(int status) {
        AtomicInteger times = new AtomicInteger();
        TestRegistry.Handler manifest = registry.handler("/v2/a/b/manifests/1");
        registry.on("/v2/a/b/manifests/1", exchange -> {
            if (times.incrementAndGet() < 3) {
                TestRegistry.status(status, "Retry-After", "0").handle(exchange);
            } else {
                manifest.handle(exchange);
            }
        });
        assertThat(registry.image(ImageCredentials.none())).isPresent();
    }

    @Test
    void theHeaderRetryAfterIsObserved() {
        AtomicInteger times = new AtomicInteger();
        TestRegistry.Handler manifest = registry.handler("/v2/a/b/manifests/1");
        registry.on("/v2/a/b/manifests/1", exchange -> {
            if (times.incrementAndGet() < 2) {
                TestRegistry.status(429, "Retry-After", "1").handle(exchange);
            } else {
                manifest.handle(exchange);
            }
        });
        long start = System.nanoTime();
        assertThat(registry.image(ImageCredentials.none())).isPresent();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void theHeaderRetryAfterMayBeADate() {
        AtomicInteger times = new AtomicInteger();
        TestRegistry.Handler manifest = registry.handler("/v2/a/b/manifests/1");
        registry.on("/v2/a/b/manifests/1", exchange -> {
            if (times.incrementAndGet() < 2) {
                ZonedDateTime now = ZonedDateTime.now(ZoneOffset.UTC);
                DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
                TestRegistry.status(503, "Retry-After", format.format(now.plusSeconds(2)))
                        .handle(exchange);
            } else {
                manifest.handle(exchange);
            }
        });
        long start = System.nanoTime();
        assertThat(registry.image(ImageCredentials.none())).isPresent();
        // The server sends its own Date, in whole seconds.
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(990));
    }

    @Test
    void aDateThatIsTooLateIsNotWaitedFor() {
        registry.on("/v2/a/b/manifests/1", TestRegistry.status(503, "Retry-After", "Tue, 31 Dec 2999 23:59:59 GMT"));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("replies with status 503");
        assertThat(registry.asked()).hasSize(1);
    }

    @Test
    void theStatusOfAProxyIsOneOfTheRegistryWhereThereIsNoProxy() {
        registry.on("/v2/a/b/manifests/1", TestRegistry.status(407));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("replies with status 407")
                .withMessageNotContaining("proxy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "3600"})
    void theLastStatusIsReported(String retryAfter) {
        registry.on("/v2/a/b/manifests/1", TestRegistry.status(503, "Retry-After", retryAfter));
        assertThatExceptionOfType(ImageReadException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("replies with status 503");
        assertThat(registry.asked()).hasSize(retryAfter.equals("0") ? 3 : 1);
    }

    @Test
    void anInterruptedBlobIsResumed() throws IOException {
        registry.on(blob, cutting(true, 100, 2_000_000, 2_000_001));
        assertLayerIsComplete();
        assertThat(registry.asked().stream().filter(each -> each.endsWith(blob)))
                .hasSize(4);
    }

    @Test
    void aRegistryWithoutRangesSendsTheBlobAgain() throws IOException {
        registry.on(blob, cutting(false, 1_000_000));
        assertLayerIsComplete();
    }

    @Test
    void aBlobThatIsInterruptedTooOftenFails() throws IOException {
        registry.on(blob, cutting(true, 10, 10, 10, 10, 10, 10));
        assertLayerFails("was interrupted 3 times, at last after 10 bytes");
    }

    /** As the registry of go-containerregistry replies to a range without an end. */
    @Test
    void aRegistryThatRejectsTheRangeSendsTheBlobAgain() throws IOException {
        TestRegistry.Handler cutting = cutting(false, 1000);
        registry.on(blob, exchange -> {
            if (exchange.getRequestHeaders().getFirst("Range") != null) {
                TestRegistry.status(416).handle(exchange);
            } else {
                cutting.handle(exchange);
            }
        });
        assertLayerIsComplete();
    }

    /** Some servers do not end a chunked body, and some proxies announce another length. */
    @Test
    void aConnectionThatBreaksAfterTheLastByteIsTheEnd() throws IOException {
        registry.on(blob, exchange -> {
            exchange.sendResponseHeaders(200, layer.length + 1L);
            exchange.getResponseBody().write(layer);
            exchange.getResponseBody().flush();
        });
        assertLayerIsComplete();
        assertThat(registry.asked()).filteredOn(each -> each.endsWith(blob)).hasSize(1);
    }

    @Test
    void aResponseWithAnotherRangeFails() throws IOException {
        registry.on(blob, exchange -> {
            boolean isFirst = exchange.getRequestHeaders().getFirst("Range") == null;
            if (!isFirst) {
                exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/10");
            }
            exchange.sendResponseHeaders(isFirst ? 200 : 206, layer.length);
            exchange.getResponseBody().write(layer, 0, 10);
            exchange.getResponseBody().flush(); // the server may otherwise close the connection before that
        });
        assertLayerFails("range request with status 206");
    }

    @Test
    void aBlobOfAnotherDigestFailsAtItsEnd() throws IOException {
        byte[] other = layer.clone();
        other[layer.length - 1]++;
        registry.on(blob, TestRegistry.answering("application/octet-stream", other));
        assertLayerFails("has a different digest");
    }

    @Test
    void aBlobLongerThanInTheManifestFails() throws IOException {
        registry.on(blob, TestRegistry.answering("application/octet-stream", Arrays.copyOf(layer, layer.length + 1)));
        assertLayerFails("has more than the");
    }

    @Test
    void aBlobShorterThanInTheManifestFails() throws IOException {
        registry.on(blob, TestRegistry.answering("application/octet-stream", Arrays.copyOf(layer, layer.length - 1)));
        assertLayerFails("was interrupted");
    }

    @Test
    void aManifestWithoutTheRequestedDigestIsDamaged() {
        String wanted = "sha256:" + "0".repeat(64);
        registry.on("/v2/a/b/manifests/" + wanted, TestRegistry.answering(TestImage.OCI_MANIFEST, written.manifest()));
        try (RegistryImages images = TestRegistry.images()) {
            assertThatExceptionOfType(DamagedImageException.class)
                    .isThrownBy(() -> images.image(registry.reference("@" + wanted)))
                    .withMessageContaining("does not have the digest " + wanted);
        }
    }

    /** Registries put the digest of the index, of another format, or one without its algorithm there. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sha256:0000000000000000000000000000000000000000000000000000000000000000",
                "0000000000000000000000000000000000000000000000000000000000000000",
                "no digest"
            })
    void theDigestInTheHeaderDoesNotMatter(String header) {
        for (String reference : List.of("1", written.digest().toString())) {
            registry.on("/v2/a/b/manifests/" + reference, exchange -> {
                exchange.getResponseHeaders().set("Docker-Content-Digest", header);
                TestRegistry.answering(TestImage.OCI_MANIFEST, written.manifest())
                        .handle(exchange);
            });
        }
        try (RegistryImages images = TestRegistry.images()) {
            for (String reference : List.of(":1", "@" + written.digest())) {
                Image image = images.image(registry.reference(reference)).orElseThrow();
                assertThat(image.digest()).isEqualTo(written.digest().toString());
            }
        }
    }

    @Test
    void anEndlessManifestIsRejected() {
        registry.on("/v2/a/b/manifests/1", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", TestImage.OCI_MANIFEST);
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[1 << 16];
            for (int i = 0; i < 1 << 12; i++) {
                exchange.getResponseBody().write(block);
            }
        });
        assertThatExceptionOfType(DamagedImageException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("4194304 is the limit");
    }

    @Test
    void aPageOfAnotherServerIsNotAManifest() {
        registry.on("/v2/a/b/manifests/1", TestRegistry.answering("text/html", new byte[] {'<', 'p', '>'}));
        assertThatExceptionOfType(DamagedImageException.class)
                .isThrownBy(() -> registry.image(ImageCredentials.none()))
                .withMessageContaining("not valid JSON");
    }

    @Test
    void aRegistryThatDoesNotReplyTimesOut() {
        registry.on("/v2/a/b/manifests/1", exchange -> TimeUnit.SECONDS.sleep(30));
        try (RegistryImages images = TestRegistry.images(
                TestRegistry.configuration().readTimeout(Duration.ofSeconds(1)), ImageCredentials.none())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(registry.reference(":1")))
                    .withMessageContaining("did not reply in time");
        }
    }

    /** Each read is in time, but not all of them together. */
    @Test
    void aRegistryThatSendsSlowlyTimesOut() {
        registry.on("/v2/a/b/manifests/1", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 300; i++) {
                exchange.getResponseBody().write(' ');
                exchange.getResponseBody().flush();
                TimeUnit.MILLISECONDS.sleep(50);
            }
        });
        try (RegistryImages images = TestRegistry.images(
                TestRegistry.configuration().timeout(Duration.ofMillis(500)), ImageCredentials.none())) {
            assertThatExceptionOfType(ImageReadException.class)
                    .isThrownBy(() -> images.image(registry.reference(":1")))
                    .withMessageContaining("500 ms");
        }
    }

    @Test
    void closingCancelsACallAndAReadWithinASecond() throws Exception {
        registry.on("/v2/a/b/manifests/2", exchange -> TimeUnit.SECONDS.sleep(30));
        registry.on(blob, exchange -> {
            exchange.sendResponseHeaders(200, layer.length);
            exchange.getResponseBody().write(layer, 0, 1000);
            exchange.getResponseBody().flush();
            TimeUnit.SECONDS.sleep(30);
        });
        RegistryImages images = TestRegistry.images();
        try (LayerContents contents = layer(images)) {
            CompletableFuture<?> call = CompletableFuture.runAsync(() -> images.image(registry.reference(":2")));
            CompletableFuture<?> read = CompletableFuture.runAsync(() -> assertThatIOException()
                    .isThrownBy(() -> contents.stream().readAllBytes())
                    .withMessageContaining("was closed"));
            TimeUnit.MILLISECONDS.sleep(300);
            assertThat(call).isNotDone();
            assertThat(read).isNotDone();
            images.close();
            assertThat(call).failsWithin(Duration.ofSeconds(1));
            assertThat(read).succeedsWithin(Duration.ofSeconds(1));
        }
    }

    @Test
    void maxConnectionsLimitsTheConnections() throws Exception {
        try (RegistryImages images = TestRegistry.images(
                TestRegistry.configuration().maxConnections(1).timeout(Duration.ofSeconds(1)),
                ImageCredentials.none())) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            LayerContents first = image.layer(written.diffIds().get(0)).orElseThrow();
            assertThatIOException()
                    .isThrownBy(() -> image.layer(written.diffIds().get(0)));
            first.close();
            try (LayerContents second = image.layer(written.diffIds().get(0)).orElseThrow()) {
                assertThat(second.stream().readAllBytes()).isEqualTo(layer);
            }
            try (LayerContents third = image.layer(written.diffIds().get(0)).orElseThrow()) {
                assertThat(third.stream().readAllBytes()).isEqualTo(layer);
            }
        }
    }

    @Test
    void aReadThatWaitsForTheRegistryEndsWhenAnotherThreadClosesTheStream() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger requests = new AtomicInteger();
        registry.on(blob, exchange -> {
            requests.incrementAndGet();
            exchange.sendResponseHeaders(200, layer.length);
            exchange.getResponseBody().write(layer, 0, 1 << 20);
            exchange.getResponseBody().flush();
            awaitEnd(end);
        });
        try (RegistryImages images = TestRegistry.images();
                LayerContents contents = layer(images)) {
            contents.stream().readNBytes(1 << 20);
            CompletableFuture<Void> closing = CompletableFuture.runAsync(
                    () -> close(contents), CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
            assertThatIOException().isThrownBy(() -> contents.stream().read()).withMessageContaining("closed");
            closing.get(10, TimeUnit.SECONDS);
            assertThat(requests).hasValue(1);
        } finally {
            end.countDown();
        }
    }

    @Test
    void anInterruptEndsACallThatWaitsForTheRegistry() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        registry.on(blob, exchange -> {
            asked.countDown();
            awaitEnd(end);
        });
        try (RegistryImages images = TestRegistry.images()) {
            Image image = images.image(registry.reference(":1")).orElseThrow();
            CompletableFuture<Thread> caller = new CompletableFuture<>();
            CompletableFuture<Boolean> interrupted = CompletableFuture.supplyAsync(() -> {
                caller.complete(Thread.currentThread());
                assertThatIOException()
                        .isThrownBy(() -> image.layer(written.diffIds().get(0)))
                        .withMessageContaining("it was interrupted");
                return Thread.interrupted();
            });
            asked.await();
            caller.get().interrupt();
            assertThat(interrupted).succeedsWithin(Duration.ofSeconds(5)).isEqualTo(true);
        } finally {
            end.countDown();
        }
    }

    @Test
    void aReadThatResumesEndsWhenAnotherThreadClosesTheStreamMeanwhile() throws Exception {
        CountDownLatch resuming = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        registry.on(blob, exchange -> {
            boolean isFirst = exchange.getRequestHeaders().getFirst("Range") == null;
            if (!isFirst) {
                resuming.countDown();
                awaitEnd(closed);
            }
            exchange.sendResponseHeaders(200, layer.length);
            exchange.getResponseBody().write(layer, 0, isFirst ? 1 << 20 : 1);
            exchange.getResponseBody().flush();
            if (!isFirst) {
                awaitEnd(end);
            }
        });
        try (RegistryImages images = TestRegistry.images();
                LayerContents contents = layer(images)) {
            CompletableFuture<?> read = CompletableFuture.runAsync(() -> assertThatIOException()
                    .isThrownBy(() -> contents.stream().readAllBytes())
                    .withMessageContaining("closed"));
            resuming.await();
            close(contents);
            closed.countDown();
            assertThat(read).succeedsWithin(Duration.ofSeconds(5));
        } finally {
            end.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void close(LayerContents contents) {
        try {
            contents.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
