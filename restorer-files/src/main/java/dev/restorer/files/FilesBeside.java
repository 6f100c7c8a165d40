package dev.restorer.files;

import java.nio.file.Path;
import java.util.Map;

/**
 * A SHA store that keeps diff ids in files beside the metadata of their layers, and lets the restore write both. In a
 * directory that nobody sees before it is whole, no file has to be made whole by itself, which is a third of the work.
 */
public interface FilesBeside {

    /**
     * Tells whether the diff ids of a buildpack are kept in a directory.
     *
     * @param directory the directory of the buildpack in the layers directory
     * @param buildpackId the id of the buildpack
     * @return whether a put would write into this directory
     */
    boolean keepsIn(Path directory, String buildpackId);

    /**
     * Returns what a put would write.
     *
     * @param buildpackId the id of the buildpack
     * @param diffIds the diff ids, by layer
     * @return the content of each file, by its name
     * @throws RuntimeException as a put does, where something is refused
     */
    Map<String, byte[]> files(String buildpackId, Map<String, String> diffIds);
}
