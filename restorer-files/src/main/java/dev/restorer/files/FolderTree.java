package dev.restorer.files;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Removes folders with all that is in them, and never what a link in them leads to. */
final class FolderTree {

    private static final int OWNER_ALL = 0700;
    private static final int MOST_TRIES = 100;

    private FolderTree() {}

    static void delete(Path folder) throws IOException {
        int mode = FileMode.of(folder);
        if ((mode & OWNER_ALL) != OWNER_ALL) {
            FileMode.set(folder, mode | OWNER_ALL);
        }
        // Some file systems skip entries of a folder that changes while it is listed.
        for (int tries = 1; !deleteOnceListed(folder); tries++) {
            if (tries == MOST_TRIES) {
                throw new DirectoryNotEmptyException(folder.toString());
            }
        }
    }

    private static boolean deleteOnceListed(Path folder) throws IOException {
        // Each folder is closed before those below it are opened, so that depth costs no open files.
        List<Path> folders = deleteFiles(folder);
        for (Path below : folders) {
            delete(below);
        }
        try {
            Files.delete(folder);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false;
        }
    }

    private static List<Path> deleteFiles(Path folder) throws IOException {
        List<Path> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)) {
                    folders.add(entry);
                } else {
                    Files.delete(entry);
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        return folders;
    }
}
