package dev.restorer;

/** Which class loader providers are found with. */
final class ClassLoaders {

    private ClassLoaders() {}

    /** The thread's context loader if it sees this API, since it then sees more; else the API's own. */
    static ClassLoader own() {
        ClassLoader api = ClassLoaders.class.getClassLoader();
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context != null && sees(context) ? context : api;
    }

    private static boolean sees(ClassLoader loader) {
        try {
            return loader.loadClass(ClassLoaders.class.getName()) == ClassLoaders.class;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
