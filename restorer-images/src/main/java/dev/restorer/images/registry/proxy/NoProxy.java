package dev.restorer.images.registry.proxy;

import dev.restorer.images.registry.address.IpAddresses;
import dev.restorer.images.registry.address.Network;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The hosts that are contacted without a proxy. (Go, package golang.org/x/net/http/httpproxy) */
final class NoProxy {

    private static final int MAX_PORT_DIGITS = 5;

    /** An entry of the list. */
    private interface Matcher {
        boolean matches(String host, int port, @Nullable InetAddress address);
    }

    private final List<Matcher> matchers = new ArrayList<>();

    NoProxy(String list) {
        for (String each : list.split(",", -1)) {
            String entry = each.strip().toLowerCase(Locale.ROOT);
            if (entry.equals("*")) {
                matchers.add((host, port, address) -> true);
            } else if (!entry.isEmpty()) {
                add(entry);
            }
        }
    }

    boolean contains(String host, int port) {
        InetAddress address = IpAddresses.literal(host);
        if (host.equals("localhost") || (address != null && address.isLoopbackAddress())) {
            return true;
        }
        return matchers.stream().anyMatch(matcher -> matcher.matches(host, port, address));
    }

    private void add(String entry) {
        Network network = Network.parse(entry);
        if (network != null) {
            matchers.add((host, port, address) -> address != null && network.contains(address));
            return;
        }
        String host = host(entry);
        int requiredPort = host.equals(entry) ? -1 : Integer.parseInt(entry.substring(host.length() + 1));
        InetAddress literal = IpAddresses.literal(host);
        if (literal != null) {
            matchers.add(
                    (other, port, address) -> literal.equals(address) && (requiredPort < 0 || requiredPort == port));
        } else if (!host.isEmpty()) {
            addDomain(host, requiredPort);
        }
    }

    /** Removes a port. Text with more than one colon and without brackets is an IPv6 address without a port. */
    private static String host(String entry) {
        int colon = entry.lastIndexOf(':');
        String port = entry.substring(colon + 1);
        boolean isPort = colon >= 0
                && !port.isEmpty()
                && port.length() <= MAX_PORT_DIGITS
                && port.chars().allMatch(c -> c >= '0' && c <= '9')
                && (entry.indexOf(':') == colon || entry.charAt(colon - 1) == ']');
        return isPort ? entry.substring(0, colon) : entry;
    }

    /** Adds a domain, which matches itself and its subdomains, or only its subdomains if it begins with "." or "*.". */
    private void addDomain(String entry, int requiredPort) {
        String domain = entry.startsWith("*.") ? entry.substring(1) : entry;
        boolean isSubdomainsOnly = domain.startsWith(".");
        String suffix = isSubdomainsOnly ? domain : "." + domain;
        matchers.add((host, port, address) -> (requiredPort < 0 || requiredPort == port)
                && (host.endsWith(suffix) || (!isSubdomainsOnly && host.equals(suffix.substring(1)))));
    }
}
