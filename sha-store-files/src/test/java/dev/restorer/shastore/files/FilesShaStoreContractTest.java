package dev.restorer.shastore.files;

import dev.restorer.api.LayerId;
import dev.restorer.files.FileOwner;
import dev.restorer.shastore.tck.ShaStoreContract;
import dev.restorer.spi.ShaStore;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** The files store declines what the lifecycle's layout of files cannot hold. */
class FilesShaStoreContractTest extends ShaStoreContract {

    @TempDir
    Path directory;

    @Override
    protected ShaStore openStore(String build) {
        return new FilesShaStore(directory.resolve(build), FileOwner.process());
    }

    @Override
    protected ShaStore openBrokenStore() throws IOException {
        return new FilesShaStore(Files.writeString(directory.resolve("no-directory"), ""), FileOwner.process());
    }

    @Override
    protected boolean accepts(LayerId layer) {
        return isFileName(escaped(layer), 255) && isFileName(layer.layer(), 251);
    }

    private static boolean isFileName(String name, int maxBytes) {
        return !name.equals(".")
                && !name.equals("..")
                && name.chars().noneMatch(c -> c == '/' || c == File.separatorChar || Character.isISOControl(c))
                && name.getBytes(StandardCharsets.UTF_8).length <= maxBytes;
    }

    @Override
    protected boolean keepsApart(LayerId one, LayerId other) {
        return !escaped(one).equals(escaped(other)) || !one.layer().equals(other.layer());
    }

    /** Each of 16 threads still puts a hundred diff ids; each of them replaces a file on the disk. */
    @Override
    protected int singleCalls() {
        return 100;
    }

    /** One call makes a file for each of them, however many there are. */
    @Override
    protected int layersInBulk() {
        return 20_000;
    }

    private static String escaped(LayerId layer) {
        return layer.buildpackId().replace('/', '_');
    }

    /** The lifecycle reads a diff id without the white space around it. */
    @Override
    protected boolean keeps(String diffId) {
        return diffId.equals(diffId.strip());
    }
}
