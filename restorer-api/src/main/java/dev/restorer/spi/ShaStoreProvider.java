package dev.restorer.spi;

import java.util.Set;

/**
 * Opens SHA stores of one kind. {@link java.util.ServiceLoader} finds it, so an implementation needs a public
 * constructor without parameters, a {@code provides} directive in its module descriptor, and for the class path a line
 * in {@code META-INF/services/dev.restorer.spi.ShaStoreProvider}.
 *
 * <p>Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface ShaStoreProvider {

    /**
     * Returns the id of this kind of store, which no other provider may have.
     *
     * @return lower-case letters, digits, {@code +}, {@code -} and {@code .}, starting with a letter
     */
    String id();

    /**
     * Returns the schemes of this provider, none of which another provider may have.
     *
     * @return the parts of configurations before the first colon; by default the id alone
     */
    default Set<String> schemes() {
        return Set.of(id());
    }

    /**
     * Returns the forms that a configuration may have, for a help text or an error message.
     *
     * @return one line, such as {@code files: or files:/a/directory}
     */
    default String usage() {
        return id() + ":";
    }

    /**
     * Opens a store.
     *
     * @param configuration the configuration
     * @return the store, to be closed by the caller
     * @throws ShaStoreException if the configuration is not valid for this provider, or the store cannot be opened
     */
    ShaStore open(ShaStoreConfiguration configuration);
}
