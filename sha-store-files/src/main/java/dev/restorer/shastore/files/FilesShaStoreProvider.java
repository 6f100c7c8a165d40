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
 * Opens SHA stores in files with the layout of the lifecycle: {@code <directory>/<escaped buildpack id>/<layer>.sha}
 * contains only the diff id. The directory is the layers directory, or the one that the configuration names; it belongs
 * to one build.
 *
 * <p>This layout does not support all that the API allows. Escaping replaces {@code /} by {@code _}, so {@code a/b} and
 * {@code a_b} are the same buildpack. A diff id is returned without leading and trailing white space. A name that is
 * not a valid file name is refused, and so is a diff id with an unpaired surrogate, which UTF-8 cannot encode.
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
