package dev.restorer.images.registry;

import dev.restorer.images.credentials.CredentialSources;
import dev.restorer.images.reference.RegistryReference;
import dev.restorer.images.registry.address.InsecureRegistries;
import dev.restorer.images.registry.address.PinnedAddresses;
import dev.restorer.images.registry.address.TimedLookups;
import dev.restorer.images.registry.authorization.Authorization;
import dev.restorer.images.registry.authorization.TokenServer;
import dev.restorer.images.registry.http.Endpoint;
import dev.restorer.images.registry.http.Http;
import dev.restorer.images.registry.http.HttpClients;
import dev.restorer.images.registry.http.Redirects;
import dev.restorer.images.registry.http.Retries;
import dev.restorer.images.registry.lifetime.Deadline;
import dev.restorer.images.registry.lifetime.Lifetime;
import dev.restorer.images.registry.lifetime.Permits;
import dev.restorer.images.registry.proxy.Proxies;
import dev.restorer.images.registry.tls.Trust;
import dev.restorer.spi.ImageSourceConfiguration;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.hc.client5.http.DnsResolver;

/** The repositories that a source has contacted, and the endpoints of their registries. */
final class Repositories implements AutoCloseable {

    private final CredentialSources credentials;
    private final Lifetime lifetime = new Lifetime();
    private final HttpClients clients;
    private final Redirects redirects;
    private final TokenServer tokens;
    private final Endpoint.Finder finder;
    private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
    private final Map<String, Repository> repositories = new ConcurrentHashMap<>();

    Repositories(
            ImageSourceConfiguration configuration,
            CredentialSources credentials,
            Retries retries,
            DnsResolver system) {
        this.credentials = credentials;
        InsecureRegistries insecure = InsecureRegistries.of(configuration.insecureRegistries());
        Proxies proxies = new Proxies(configuration.environment());
        DnsResolver timed = new TimedLookups(system, lifetime, configuration.connectTimeout());
        DnsResolver pinned = new PinnedAddresses(timed);
        Trust trust = new Trust(configuration.environment(), configuration.files());
        clients = new HttpClients(configuration, insecure, proxies, trust, pinned, timed);
        Http http = new Http(clients, lifetime, new Permits(configuration.maxConnections(), lifetime), retries);
        redirects = new Redirects(http, insecure, proxies);
        tokens = new TokenServer(redirects);
        finder = new Endpoint.Finder(http, insecure, proxies, pinned);
    }

    Repository of(RegistryReference reference, Deadline deadline) throws IOException {
        Endpoint endpoint = endpoints.get(reference.registry());
        if (endpoint == null) {
            endpoint = finder.find(reference.registry(), deadline);
            endpoints.putIfAbsent(reference.registry(), endpoint);
        }
        Endpoint found = endpoint;
        return repositories.computeIfAbsent(
                reference.registry() + "/" + reference.repository(),
                name -> new Repository(
                        found,
                        reference.repository(),
                        new Authorization(found, reference.registry(), reference.repository(), credentials, tokens),
                        redirects));
    }

    /** Returns the exception to throw for a failure, which has the reason if the request was cancelled. */
    IOException explained(IOException e, Deadline deadline) {
        return redirects.http().explained(e, deadline);
    }

    @Override
    public void close() {
        lifetime.close();
        clients.close();
    }
}
