package dev.restorer.benchmarks.commands;

import dev.restorer.benchmarks.data.CacheVolume;
import dev.restorer.benchmarks.data.Compression;
import dev.restorer.benchmarks.data.Content;
import dev.restorer.benchmarks.data.LayerFiles;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** What is restored, what that is compared with, and the ratio that is the goal. */
enum Work {

    /** The contents of a usual build. */
    LARGE("450 MB in 12,004 files, 4 layers", Way.COMMAND, 1.5, Floor.DIGEST_AND_TAR) {
        @Override
        List<LayerFiles> layers() {
            return Collections.nCopies(4, new LayerFiles(3_001, 37_486));
        }
    },

    /** Layers of very different sizes. */
    MIXED("5,000 small files, 50 MB in one, ten layers of 100 bytes", Way.COMMAND, 2.5, Floor.DIGEST_AND_TAR) {
        @Override
        List<LayerFiles> layers() {
            List<LayerFiles> layers = new ArrayList<>(Collections.nCopies(10, new LayerFiles(1, 100)));
            layers.add(new LayerFiles(5_000, 1_000));
            layers.add(new LayerFiles(1, 50_000_000));
            return layers;
        }
    },

    /** So little that the start counts. */
    TINY("20 layers of three small files", Way.COMMAND, 3.6, Floor.HELLO) {
        @Override
        List<LayerFiles> layers() {
            return Collections.nCopies(20, new LayerFiles(3, 100));
        }

        @Override
        double goal(int javaVersion) {
            return javaVersion >= 25 ? 3.0 : super.goal(javaVersion);
        }
    },

    /** One layer, which one thread alone reads. */
    ONE_FILE("one layer of one file of 2 GB", Way.COMMAND, 1.2, Floor.DIGEST, Floor.TAR, Floor.READ) {
        @Override
        List<LayerFiles> layers() {
            return List.of(new LayerFiles(1, 2_000_000_000));
        }
    },

    /** A layer that gzip compressed. */
    GZIP("150 MB of text in 1,500 files, one layer of gzip", Way.COMMAND, 0.8, Floor.GZIP) {
        @Override
        List<LayerFiles> layers() {
            return TEXT;
        }
    },

    /** A layer that zstd compressed. */
    ZSTD("150 MB of text in 1,500 files, one layer of zstd", Way.COMMAND, 1.5, Floor.ZSTD) {
        @Override
        List<LayerFiles> layers() {
            return TEXT;
        }
    },

    /** Many files. */
    MANY("40,000 files of 1 KB, one layer", Way.COMMAND, 1.2, Floor.TAR) {
        @Override
        List<LayerFiles> layers() {
            return List.of(new LayerFiles(40_000, 1_024));
        }
    },

    /** Ten times as many. */
    VERY_MANY("400,000 files of 1 KB, one layer", Way.COMMAND, 1.2, Floor.TAR) {
        @Override
        List<LayerFiles> layers() {
            return List.of(new LayerFiles(400_000, 1_024));
        }
    },

    /** The contents of a usual build in a JVM that has restored before. */
    WARM("the 450 MB in a JVM that has run", Way.WARM, 0.75, Floor.DIGEST_AND_TAR) {
        @Override
        List<LayerFiles> layers() {
            return LARGE.layers();
        }
    },

    /** A service that restores for many builds. */
    AT_ONCE("32 restores of 200 layers at once, in one JVM, with Redis", Way.AT_ONCE, 1.0, Floor.FOUR_AT_ONCE) {
        @Override
        List<LayerFiles> layers() {
            return Collections.nCopies(200, new LayerFiles(3, 100));
        }
    },

    /** The same without contents. */
    AT_ONCE_METADATA("the same for metadata alone", Way.AT_ONCE_METADATA, 1.0, Floor.FOUR_AT_ONCE) {
        @Override
        List<LayerFiles> layers() {
            return AT_ONCE.layers();
        }
    };

    /** How a work is done. */
    enum Way {
        COMMAND,
        WARM,
        AT_ONCE,
        AT_ONCE_METADATA
    }

    private static final List<LayerFiles> TEXT = List.of(new LayerFiles(1_500, 100_000, Content.WORDS));
    private static final int SMALLER = 100;
    private static final int MAX_SMALL_BYTES = 10_000;

    private final String title;
    private final Way way;
    private final double goal;

    @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
    private final List<Floor> floors;

    Work(String title, Way way, double goal, Floor... floors) {
        this.title = title;
        this.way = way;
        this.goal = goal;
        this.floors = List.of(floors);
    }

    abstract List<LayerFiles> layers();

    String title() {
        return title;
    }

    Way way() {
        return way;
    }

    /** Returns the goal for the ratio to the floor, with a version of Java. */
    double goal(int javaVersion) {
        return goal;
    }

    /** Returns the floors, of which the slowest counts. */
    List<Floor> floors() {
        return floors;
    }

    /** Returns its name on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Returns the cache, or one of a hundredth of the files, all of them small. */
    CacheVolume volume(boolean small) {
        List<LayerFiles> layers = small ? layers().stream().map(Work::small).toList() : layers();
        return new CacheVolume(layers, compression());
    }

    private Compression compression() {
        return floors.contains(Floor.GZIP)
                ? Compression.GZIP
                : floors.contains(Floor.ZSTD) ? Compression.ZSTD : Compression.NONE;
    }

    private static LayerFiles small(LayerFiles layer) {
        int files = Math.max(Math.min(layer.files(), 3), layer.files() / SMALLER);
        return new LayerFiles(files, Math.min(layer.fileBytes(), MAX_SMALL_BYTES), layer.content());
    }
}
