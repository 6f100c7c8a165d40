import dev.restorer.ShaStores;
import dev.restorer.spi.ShaStore;
import java.nio.file.Path;

/** The step after a restore, in a process of its own: opens the store and prints the diff ids of layers. */
class ReadBack {
    public static void main(String[] args) {
        try (ShaStore store = ShaStores.open(args[0], Path.of("layers"))) {
            for (int i = 2; i < args.length; i++) {
                System.out.println(args[i] + " " + store.get(args[1], args[i]).orElse("absent"));
            }
        }
    }
}
