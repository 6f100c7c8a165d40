package dev.restorer.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** The user of this process, who owns the files that it creates. */
record ProcessOwner() implements FileOwner {

    @Override
    public void give(Path entry) {
        // The entry was created by its owner.
    }

    @Override
    public void makeDirectory(Path directory) throws IOException {
        Files.createDirectories(directory);
    }

    @Override
    public Optional<OwnerException> giveTree(Path directory, LinkOption... options) {
        return Optional.empty();
    }
}
