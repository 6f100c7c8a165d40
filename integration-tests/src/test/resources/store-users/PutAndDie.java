import dev.restorer.ShaStores;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;

/** Puts the diff id of a layer, and dies before anything can be closed. */
class PutAndDie {
    public static void main(String[] args) {
        ShaStore store = ShaStores.open(args[0], Path.of("layers"));
        store.put(args[1], args[2], args[3]);
        Runtime.getRuntime().halt(0);
    }
}
