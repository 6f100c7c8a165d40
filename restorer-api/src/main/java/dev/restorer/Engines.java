package dev.restorer;

import dev.restorer.api.ProviderException;
import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds the engine with {@link ServiceLoader}, and requires that there is exactly one. */
final class Engines {

    private static final String REMEDY = "Put restorer-core, and no other engine, on the module path or class path";

    /** The engine may well be there, where neither class loader finds it: in a plug-in, or with OSGi. */
    private static final String MISSING_REMEDY =
            "Put restorer-core on the module path or class path, where the context class loader of this thread or that"
                    + " of restorer-api finds it";

    private static final String DEPENDENCIES_REMEDY =
            "Put the dependencies of restorer-core, such as Jackson, on the module path or class path too";

    private Engines() {}

    static <S> S only(Class<S> service) {
        List<S> found = new ArrayList<>(); // not a stream: linking its lambdas takes a fiftieth of a small restore
        try {
            // The caller's context class loader comes first, so that an application in a container finds its own
            // engine.
            ServiceLoader.load(service, ClassLoaders.forProviders()).forEach(found::add);
        } catch (ServiceConfigurationError | LinkageError e) {
            if (e.getCause() instanceof ProviderException providerException) {
                throw providerException;
            }
            throw notLoaded(service, e);
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        if (found.isEmpty()) {
            throw new ProviderException(
                    "No engine provides " + service.getName(), MISSING_REMEDY, List.of(service.getName()));
        }
        List<String> names =
                found.stream().map(each -> each.getClass().getName()).sorted().toList();
        throw new ProviderException(
                "More than one engine provides " + service.getName() + ": " + String.join(", ", names), REMEDY, names);
    }

    private static ProviderException notLoaded(Class<?> service, Error e) {
        String problem = "The engine cannot be loaded: " + e.getMessage();
        String missing = MissingClass.of(e);
        return missing == null
                ? new ProviderException(problem, REMEDY, List.of(service.getName()), e)
                : new ProviderException(
                        problem + ": the class " + missing + " is missing",
                        DEPENDENCIES_REMEDY,
                        List.of(service.getName()),
                        e);
    }
}
