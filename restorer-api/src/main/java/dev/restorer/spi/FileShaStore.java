package dev.restorer.spi;

import java.nio.file.Path;
import java.util.Map;

/**
 * A SHA store that keeps diff ids in files of the layers directory, and lets the restore write them. A restore fills a
 * new directory of a buildpack under a hidden name, so that its files need no temporary file each, which saves a third
 * of the work. In a directory that exists already the restore puts diff ids as with any other store.
 *
 * <p>Implementing this interface is optional: a store that does not implement it receives every diff id by
 * {@link #putAll}.
 *
 * @since 0.1
 */
public interface FileShaStore extends ShaStore {

    /**
     * Tells whether the diff ids of a buildpack are kept in files of a directory.
     *
     * @param directory the directory of the buildpack in the layers directory, which need not exist yet
     * @param buildpackId the id of the buildpack, unescaped
     * @return whether a put would write into this directory, and nowhere else
     * @throws ShaStoreException if a put would refuse the id
     */
    boolean keepsIn(Path directory, String buildpackId);

    /**
     * Returns the files that a put would write. The restore writes them with the files of the layers; if it cannot, it
     * fails.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param diffIds the diff ids by the names of the layers
     * @return the content of each file by its name, which is a single path element of at most 255 bytes in UTF-8,
     *     without control characters and unpaired surrogates, that does not end in {@code .toml}
     * @throws ShaStoreException if a put would refuse the id, a name or a diff id
     */
    Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds);
}
