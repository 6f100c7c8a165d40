package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.benchmarks.data.Compression;
import dev.restorer.benchmarks.data.LayerFiles;
import java.util.Collections;
import java.util.List;

/** What a curve varies, with the values that are measured. */
enum Points {

    /** The size of one file. */
    BYTES(
            "contents-by-bytes",
            "Cost of a megabyte by the size of a layer's one file",
            "MB",
            "ms a MB",
            1e3,
            1,
            10,
            100,
            1_000) {
        @Override
        List<LayerFiles> layers(int megabytes) {
            return List.of(new LayerFiles(1, megabytes * 1_000_000));
        }
    },

    /** The number of files of one layer. */
    FILES(
            "contents-by-files",
            "Cost of a file of 1 KB by the files of a layer",
            "files",
            "µs a file",
            1e6,
            100,
            1_000,
            10_000,
            100_000) {
        @Override
        List<LayerFiles> layers(int files) {
            return List.of(new LayerFiles(files, 1_024));
        }
    },

    /** The number of layers. */
    LAYERS(
            "contents-by-layers",
            "Cost of a layer of three small files by the layers",
            "layers",
            "µs a layer",
            1e6,
            10,
            100,
            1_000) {
        @Override
        List<LayerFiles> layers(int layers) {
            return Collections.nCopies(layers, new LayerFiles(3, 100));
        }
    },

    /** How many builds one JVM restores at once; all have the same cache. */
    BUILDS(
            "contents-by-builds",
            "Cost of a restore of 200 layers by the restores at once",
            "at once",
            "ms a restore",
            1e3,
            1,
            2,
            4,
            8,
            16,
            32) {
        @Override
        List<LayerFiles> layers(int builds) {
            return Collections.nCopies(200, new LayerFiles(3, 100));
        }
    };

    private final String file;
    private final String title;
    private final String x;
    private final String y;
    private final double unit;

    @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
    private final List<Integer> values;

    Points(String file, String title, String x, String y, double unit, Integer... values) {
        this.file = file;
        this.title = title;
        this.x = x;
        this.y = y;
        this.unit = unit;
        this.values = List.of(values);
    }

    abstract List<LayerFiles> layers(int value);

    String file() {
        return file;
    }

    String title() {
        return title;
    }

    String x() {
        return x;
    }

    String y() {
        return y;
    }

    /** Returns the cost of one, from the seconds of all. */
    double cost(double seconds, int value) {
        return seconds * unit / (this == BUILDS ? 1 : value);
    }

    /** Returns the values, or only the first two. */
    List<Integer> values(boolean small) {
        return small ? values.subList(0, 2) : values;
    }

    CacheVolume volume(int value) {
        return new CacheVolume(layers(value), Compression.NONE);
    }
}
