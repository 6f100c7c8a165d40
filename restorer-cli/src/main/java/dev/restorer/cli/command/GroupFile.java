package dev.restorer.cli.command;

import dev.restorer.MetadataReader;
import dev.restorer.api.Group;
import dev.restorer.api.MetadataReadException;
import dev.restorer.cli.arguments.FlagReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/** Reads the group file, without which nothing can be restored. */
final class GroupFile {

    private static final String REMEDY =
            "Run the detector first, or name the group.toml that it wrote with --group (CNB_GROUP_PATH)";

    private GroupFile() {}

    /** Reads the file. If it does not exist, the message says how to name another one. */
    static Group read(Path file, FlagReader flags, MetadataReader reader) {
        if (flags.given("--group", "CNB_GROUP_PATH") == null && isOther(file)) {
            throw new MetadataReadException(file.toString(), "it is not a regular file", REMEDY);
        }
        try {
            return reader.readGroup(file);
        } catch (MetadataReadException e) {
            if (!(e.getCause() instanceof NoSuchFileException)) {
                throw e;
            }
            throw new MetadataReadException(e.source(), "there is no such file or directory", REMEDY, e);
        }
    }

    /** Tells whether a file is a pipe or device, which may be in the layers directory, and block who opens it. */
    private static boolean isOther(Path file) {
        try {
            return Files.readAttributes(file, BasicFileAttributes.class).isOther();
        } catch (IOException e) {
            return false; // the reader reports it
        }
    }
}
