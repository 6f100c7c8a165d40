package dev.restorer.core.engine;

import dev.restorer.api.LayerId;
import dev.restorer.core.contents.Progress;
import dev.restorer.spi.ContentsListener;

/** Tells a listener of one layer, now and then, and stops where the restore shall end. Used by one thread. */
final class LayerProgress implements Progress {

    private static final long TOLD_EVERY = 1 << 20;

    private final LayerId layer;
    private final ContentsListener listener;
    private final Stop stop;
    private long told = -TOLD_EVERY;
    private long bytes;
    private long size;

    LayerProgress(LayerId layer, ContentsListener listener, Stop stop) {
        this.layer = layer;
        this.listener = listener;
        this.stop = stop;
    }

    @Override
    public void read(long soFar, long of) {
        stop.check();
        bytes = soFar;
        size = of;
        if (bytes - told >= TOLD_EVERY) {
            tell();
        }
    }

    /** Tells of the end, if that was not told yet. */
    void finish() {
        if (told != bytes) {
            tell();
        }
    }

    private void tell() {
        told = bytes;
        listener.progress(layer, bytes, size);
    }
}
