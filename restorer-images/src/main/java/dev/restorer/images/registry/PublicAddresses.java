package dev.restorer.images.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts that a public registry named, and refuses those that are not public. What is connected to is what was
 * looked at.
 */
final class GuardedAddresses implements DnsResolver {

    private final DnsResolver system;
    private final Set<String> proxies;

    /** Proxies are named by whoever runs the restore, and may be anywhere. */
    GuardedAddresses(DnsResolver system, Set<String> proxies) {
        this.system = system;
        this.proxies = proxies;
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] addresses = system.resolve(host);
        if (!proxies.contains(host.toLowerCase(Locale.ROOT))) {
            for (InetAddress address : addresses) {
                if (!IpAddresses.isPublic(address)) {
                    throw new ForbiddenAddressException(host);
                }
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
