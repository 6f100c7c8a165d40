package dev.restorer.images.registry.address;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;

/** Looks each host up only once, so that the addresses that were checked are those that are connected to. */
public final class PinnedAddresses implements DnsResolver {

    private final DnsResolver system;
    private final Map<String, InetAddress[]> resolved = new ConcurrentHashMap<>();

    public PinnedAddresses(DnsResolver system) {
        this.system = system;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = resolved.get(host);
        if (addresses == null) {
            addresses = system.resolve(host);
            InetAddress[] earlier = resolved.putIfAbsent(host, addresses);
            addresses = earlier == null ? addresses : earlier;
        }
        return addresses.clone();
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
