package dev.restorer.images.reference.planted;

import dev.restorer.core.engine.planted.EngineThatReachesImages;
import java.net.http.HttpClient;

/** A reference that looks up what it names, in a module that may use the API alone. */
public final class ReferenceThatReachesTheNetwork {

    public HttpClient reaches() {
        return HttpClient.newHttpClient();
    }

    public Object knowsTheEngine() {
        return new EngineThatReachesImages();
    }
}
