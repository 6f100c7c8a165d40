package dev.restorer.images.registry.address;

import dev.restorer.images.registry.failure.ForbiddenAddressException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks up hosts that a public registry names, and rejects those with an address that is not public. The addresses that
 * were checked are those that are connected to.
 */
public final class PublicAddresses implements DnsResolver {

    private final DnsResolver system;
    private final Set<String> proxies;

    /** Creates a resolver. The hosts of proxies come from the environment, and may have any address. */
    public PublicAddresses(DnsResolver system, Set<String> proxies) {
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
