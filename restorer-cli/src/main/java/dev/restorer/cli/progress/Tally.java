package dev.restorer.cli.progress;

import dev.restorer.api.LayerId;
import dev.restorer.cli.log.Columns;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far the contents of all layers are that were begun. Not safe for use by many threads at once. */
final class Tally {

    /** A terminal that is narrower than 80 columns is a rare one. */
    static final int MAX_COLUMNS = 78;

    private record Read(long bytes, long size) {

        boolean hasSize() {
            return size >= 0;
        }

        boolean isDone() {
            return hasSize() && bytes >= size;
        }
    }

    private final Map<LayerId, Read> layers = new LinkedHashMap<>();

    /**
     * Notes how far a layer is.
     *
     * @param layer the layer
     * @param bytes how many bytes of its contents were read
     * @param size how many there are, or less than zero if that is not known
     */
    void note(LayerId layer, long bytes, long size) {
        layers.put(layer, new Read(bytes, size));
    }

    /** Says it in a line. Of the layers in work the first one is named, as far as there is room. */
    String line() {
        long done = layers.values().stream().filter(Read::isDone).count();
        String line = "Layers: " + bytes() + ", " + done + " done";
        if (done < layers.size()) {
            line += ", " + (layers.size() - done) + " in work: " + firstInWork();
        }
        return Columns.fit(line, MAX_COLUMNS);
    }

    private String bytes() {
        String read =
                Bytes.format(layers.values().stream().mapToLong(Read::bytes).sum());
        if (!layers.values().stream().allMatch(Read::hasSize)) {
            return read;
        }
        return read + " of "
                + Bytes.format(layers.values().stream().mapToLong(Read::size).sum());
    }

    private String firstInWork() {
        return layers.entrySet().stream()
                .filter(layer -> !layer.getValue().isDone())
                .findFirst()
                .map(layer -> layer.getKey().toString())
                .orElse("");
    }
}
