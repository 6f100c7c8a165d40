package dev.restorer.shastore.files;

import dev.restorer.api.Owner;
import dev.restorer.files.FileOwner;
import dev.restorer.files.OwnerException;
import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreProvider;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Makes SHA stores of files as the lifecycle lays them out: {@code <directory>/<escaped buildpack id>/<layer>.sha}
 * holds the bare diff id. The directory is the layers directory, or the one that the configuration names; it belongs
 * to one build.
 *
 * <p>That layout is less than the API asks for. Escaping turns {@code /} into {@code _}, so {@code a/b} and
 * {@code a_b} are one buildpack. A diff id is got without the white space around it. A name that cannot be a file is
 * refused, and so is a diff id with an unpaired surrogate, which UTF-8 cannot hold.
 *
 * @since 0.1
 */
public final class FilesShaStoreProvider implements ShaStoreProvider {

    static final String ID = "files";

    /** For {@link java.util.ServiceLoader}. */
    public FilesShaStoreProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String usage() {
        return "files: or files:/a/directory";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        Path directory = StoreDirectory.of(configuration);
        return new FilesShaStore(directory, owner(configuration.owner(), directory));
    }

    private static FileOwner owner(@Nullable Owner owner, Path directory) {
        try {
            return owner == null ? FileOwner.process() : FileOwner.of(owner.uid(), owner.gid());
        } catch (OwnerException e) {
            throw Failures.owner(directory, e);
        }
    }
}
