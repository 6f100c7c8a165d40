package dev.restorer.core.engine;

import dev.restorer.api.LayerId;
import dev.restorer.core.contents.stream.Progress;
import dev.restorer.core.engine.threads.CancellationCheck;
import dev.restorer.spi.ContentsListener;
import java.lang.reflect.UndeclaredThrowableException;

/** Reports the progress of one layer to a listener at intervals, and checks for cancellation. Used by one thread. */
final class LayerProgress implements Progress {

    private static final long REPORT_INTERVAL_BYTES = 1 << 20;

    private final LayerId layer;
    private final ContentsListener listener;
    private final CancellationCheck cancellationCheck;
    private long reported = -REPORT_INTERVAL_BYTES;
    private long bytes;
    private long size;

    LayerProgress(LayerId layer, ContentsListener listener, CancellationCheck cancellationCheck) {
        this.layer = layer;
        this.listener = listener;
        this.cancellationCheck = cancellationCheck;
    }

    @Override
    public void read(long bytesRead, long totalSize) {
        cancellationCheck.checkThread();
        bytes = bytesRead;
        size = totalSize;
        if (bytes - reported >= REPORT_INTERVAL_BYTES) {
            report();
        }
    }

    /** Reports the end, unless it was reported already. */
    void finish() {
        if (reported != bytes) {
            report();
        }
    }

    private void report() {
        reported = bytes;
        try {
            listener.progress(layer, bytes, size);
        } catch (RuntimeException e) {
            throw new ListenerException(e);
        } catch (Error e) {
            throw e;
        } catch (Throwable e) { // code in another language may throw a checked exception, which is none of the cache
            throw new ListenerException(new UndeclaredThrowableException(e));
        }
    }
}
