package dev.restorer;

/** Chooses the class loader with which providers are found. */
final class ClassLoaders {

    private ClassLoaders() {}

    /**
     * Returns the context class loader of the thread if it finds this API, since it then finds more providers;
     * otherwise the class loader of the API.
     */
    static ClassLoader forProviders() {
        ClassLoader api = ClassLoaders.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && findsApi(context) ? context : api;
    }

    private static boolean findsApi(ClassLoader loader) {
        try {
            return loader.loadClass(ClassLoaders.class.getName()) == ClassLoaders.class;
        } catch (ClassNotFoundException | LinkageError | RuntimeException e) {
            return false; // also that of an application that was stopped, which may throw anything
        }
    }
}
