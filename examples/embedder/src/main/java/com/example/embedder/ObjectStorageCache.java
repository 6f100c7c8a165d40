package com.example.embedder;

import dev.restorer.MetadataReader;
import dev.restorer.api.CacheMetadata;
import dev.restorer.api.MetadataReadException;
import dev.restorer.spi.LayerCache;
import dev.restorer.spi.LayerContents;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * A cache in object storage: {@code <base>/metadata.json}, and {@code <base>/layers/<diff id>} for each layer. Contents
 * are streamed, and the engine verifies them.
 */
public final class ObjectStorageCache implements LayerCache {

    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final String REMEDY = "Check that the object storage can be reached, or build without the cache";
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http;
    private final URI base;
    private final MetadataReader reader;
    private boolean fetched;
    private byte[] metadata; // null if there is none

    /**
     * Creates a cache.
     *
     * @param http the client, which may be shared by all builds
     * @param base the address of the build's cache, with a slash at its end
     * @param reader reads the metadata of the cache
     */
    public ObjectStorageCache(HttpClient http, URI base, MetadataReader reader) {
        this.http = http;
        this.base = base;
        this.reader = reader;
    }

    @Override
    public boolean exists() {
        return metadataJson().isPresent();
    }

    @Override
    public CacheMetadata metadata() {
        return metadataJson().map(reader::parseCacheMetadata).orElseGet(CacheMetadata::empty);
    }

    /** Fetches the metadata once, since a cache belongs to one build, and no exporter changes it meanwhile. */
    private synchronized Optional<byte[]> metadataJson() {
        if (!fetched) {
            metadata = fetchMetadata();
            fetched = true;
        }
        return Optional.ofNullable(metadata);
    }

    private byte[] fetchMetadata() {
        try {
            Optional<HttpResponse<InputStream>> response = get("metadata.json");
            if (response.isEmpty()) {
                return null;
            }
            try (InputStream body = response.get().body()) {
                return body.readAllBytes();
            }
        } catch (IOException e) {
            throw new MetadataReadException(base + "metadata.json", String.valueOf(e.getMessage()), REMEDY, e);
        }
    }

    @Override
    public Optional<LayerContents> contents(String diffId) throws IOException {
        return get("layers/" + diffId)
                .map(response -> new LayerContents(
                        response.body(),
                        response.headers().firstValueAsLong("Content-Length").orElse(LayerContents.UNKNOWN_SIZE)));
    }

    /** Gets an object, or nothing if there is none. */
    private Optional<HttpResponse<InputStream>> get(String name) throws IOException {
        URI uri = URI.create(base + name);
        HttpRequest request = HttpRequest.newBuilder(uri).timeout(TIMEOUT).build();
        HttpResponse<InputStream> response;
        try {
            response = http.send(request, status -> new BodyStream());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the restore was cancelled
            throw new InterruptedIOException("reading " + uri + " was interrupted");
        } catch (IOException e) {
            throw new IOException(uri + " cannot be read: " + e, e);
        }
        if (response.statusCode() == OK) {
            return Optional.of(response);
        }
        response.body().close();
        if (response.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        throw new IOException(uri + " has status " + response.statusCode());
    }

    @Override
    public String toString() {
        return "cache at " + base;
    }
}
