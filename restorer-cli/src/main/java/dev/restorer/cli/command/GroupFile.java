package dev.restorer.cli.command;

import dev.restorer.MetadataReader;
import dev.restorer.api.Group;
import dev.restorer.api.MetadataReadException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads the group file, without which nothing can be restored. */
final class GroupFile {

    private GroupFile() {}

    /** Reads the file. If it does not exist, the message says how to name another one. */
    static Group read(Path file, MetadataReader reader) {
        try {
            return reader.readGroupWithExtensions(file);
        } catch (MetadataReadException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
            throw new MetadataReadException(
                    e.source(),
                    "there is no such file or directory",
                    "Run the detector first, or name the group.toml that it wrote with --group (CNB_GROUP_PATH)",
                    e);
        }
    }
}
