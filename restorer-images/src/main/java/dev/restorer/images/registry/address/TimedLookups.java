package dev.restorer.images.registry.address;

import dev.restorer.images.registry.failure.LookupException;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.vendors.DetachedThread;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts in other threads, since a lookup has no timeout and nothing ends it. A caller waits until the timeout
 * has passed, the source is closed or the caller is interrupted; the thread of the lookup remains until the system ends
 * it.
 */
public final class TimedLookups implements DnsResolver {

    private final DnsResolver system;
    private final Lifetime lifetime;
    private final Duration timeout;

    public TimedLookups(DnsResolver system, Lifetime lifetime, Duration timeout) {
        this.system = system;
        this.lifetime = lifetime;
        this.timeout = timeout;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        FutureTask<InetAddress[]> lookup = new FutureTask<>(() -> system.resolve(host));
        Lifetime.Watch watch = lifetime.watch(Deadline.in(timeout), () -> lookup.cancel(true));
        try {
            DetachedThread.of(lookup, "restorer-images-lookup").start();
            return lookup.get();
        } catch (CancellationException e) {
            throw new LookupException(host, "did not complete within " + timeout.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LookupException(host, "was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownHostException unknown) {
                throw unknown;
            }
            throw new LookupException(host, "failed", e);
        } finally {
            watch.close();
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
