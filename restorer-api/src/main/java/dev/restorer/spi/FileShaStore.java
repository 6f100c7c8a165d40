package dev.restorer.spi;

import java.nio.file.Path;
import java.util.Map;

/**
 * A SHA store that keeps diff ids in files of the layers directory, and lets the restore write them. A restore fills a
 * new directory of a buildpack before anybody sees it, so that its files need not be made whole one by one, which is a
 * third of the work. In a directory that stands already the restore puts diff ids as with any other store.
 *
 * <p>To implement this is never needed: a store that does not is given every diff id by {@link #putAll}.
 *
 * @since 0.1
 */
public interface FileShaStore extends ShaStore {

    /**
     * Tells whether the diff ids of a buildpack are kept in files of a directory.
     *
     * @param directory the directory of the buildpack in the layers directory, which need not be there yet
     * @param buildpackId the id of the buildpack, unescaped
     * @return whether a put would write into this directory, and nowhere else
     */
    boolean keepsIn(Path directory, String buildpackId);

    /**
     * Returns what a put would write. The restore writes these files beside those of the layers, or fails as a whole.
     *
     * @param buildpackId the id of the buildpack, unescaped
     * @param diffIds the diff ids by the names of the layers
     * @return the content of each file by its name, which is the plain name of a file that does not end in
     *     {@code .toml}
     * @throws ShaStoreException as a put does, where something is refused
     */
    Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds);
}
