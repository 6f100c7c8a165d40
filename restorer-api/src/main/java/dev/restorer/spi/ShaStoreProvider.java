package dev.restorer.spi;

import java.util.Set;

/**
 * Makes SHA stores of one kind. Found by {@link java.util.ServiceLoader}, so it needs a public constructor without
 * parameters, a {@code provides} in its module descriptor, and for the class path a line in
 * {@code META-INF/services/dev.restorer.spi.ShaStoreProvider}.
 *
 * <p>Implementations are safe for use by many threads at once.
 *
 * @since 0.1
 */
public interface ShaStoreProvider {

    /**
     * Returns the id of this kind of store. It must be the only one of its id.
     *
     * @return lower-case letters, digits, {@code +}, {@code -} and {@code .}, starting with a letter
     */
    String id();

    /**
     * Returns the schemes that this provider opens. Each must be of no other provider.
     *
     * @return the parts of configurations before the first colon; by default the id alone
     */
    default Set<String> schemes() {
        return Set.of(id());
    }

    /**
     * Returns the forms that a configuration may take, for a person who looks for one.
     *
     * @return one line, such as {@code files: or files:/a/dir}
     */
    default String usage() {
        return id() + ":";
    }

    /**
     * Opens a store.
     *
     * @param configuration which one
     * @return the store, to be closed by whoever opened it
     * @throws ShaStoreException if the configuration is none for this provider, or the store cannot be opened
     */
    ShaStore open(ShaStoreConfiguration configuration);
}
