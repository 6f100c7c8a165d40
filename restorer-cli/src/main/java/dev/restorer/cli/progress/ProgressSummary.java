package dev.restorer.cli.progress;

import dev.restorer.api.LayerId;
import dev.restorer.cli.text.DisplayWidth;
import java.util.LinkedHashMap;
import java.util.Map;

/** Summarizes the progress of all layers whose contents were started. Not safe for use by several threads at once. */
final class ProgressSummary {

    /** The maximum length of the line. Terminals with fewer than 80 columns are rare. */
    static final int MAX_COLUMNS = 78;

    private record Read(long bytes, long size) {

        boolean hasSize() {
            return size >= 0;
        }

        boolean isDone() {
            return hasSize() && bytes >= size;
        }
    }

    private final String title;

    /** By the text of the layer's id, since the hash code of a record is slow when it is used for the first time. */
    private final Map<String, Read> layers = new LinkedHashMap<>();

    /** Creates a summary that starts with a title. */
    ProgressSummary(String title) {
        this.title = title;
    }

    /**
     * Updates the progress of a layer.
     *
     * @param layer the layer
     * @param bytes the number of bytes of its contents that were read
     * @param size the size of its contents in bytes, or a negative number if it is not known
     */
    void update(LayerId layer, long bytes, long size) {
        layers.put(layer.toString(), new Read(bytes, size));
    }

    /** Returns the summary in a line, with the name of the first unfinished layer, truncated if necessary. */
    String line() {
        long done = layers.values().stream().filter(Read::isDone).count();
        String line = title + ": " + bytes() + ", " + done + " done";
        if (done < layers.size()) {
            line += ", " + (layers.size() - done) + " in progress: " + firstInProgress();
        }
        return DisplayWidth.fit(line, MAX_COLUMNS);
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

    private String firstInProgress() {
        return layers.entrySet().stream()
                .filter(layer -> !layer.getValue().isDone())
                .findFirst()
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
