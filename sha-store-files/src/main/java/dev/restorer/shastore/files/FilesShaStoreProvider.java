package dev.restorer.shastore.files;

import dev.restorer.spi.ShaStore;
import dev.restorer.spi.ShaStoreConfiguration;
import dev.restorer.spi.ShaStoreException;
import dev.restorer.spi.ShaStoreProvider;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Opens {@code files:}, which is the layers directory, or {@code files:/a/dir}. */
public final class FilesShaStoreProvider implements ShaStoreProvider {

    static final String ID = "files";

    private static final String REMEDY = "Write files: for the layers directory, or files:/a/dir";

    /** Makes a provider. It has no state. */
    public FilesShaStoreProvider() {}

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String usage() {
        return "files: (beside the layers) or files:/a/dir";
    }

    @Override
    public ShaStore open(ShaStoreConfiguration configuration) {
        String rest = configuration.rest();
        if (rest.isEmpty()) {
            return new FilesShaStore(configuration.layersDirectory());
        }
        return new FilesShaStore(directory(rest.startsWith("///") ? rest.substring(2) : rest));
    }

    private static Path directory(String text) {
        try {
            Path directory = Path.of(text);
            if (directory.isAbsolute() && !text.startsWith("//")) {
                return directory;
            }
        } catch (InvalidPathException e) {
            throw new ShaStoreException(ID, "what stands behind files: is no path", REMEDY, e);
        }
        throw new ShaStoreException(ID, text + " is no absolute path of a directory", REMEDY);
    }
}
