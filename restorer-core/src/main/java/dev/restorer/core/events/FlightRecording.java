package dev.restorer.core.events;

import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.RestoreOperation;
import jdk.jfr.FlightRecorder;

/** Reports operations as events of JDK Flight Recorder. */
public final class FlightRecording implements RestoreListener {

    private FlightRecording() {}

    /**
     * Tells whether Flight Recorder is in use, which is false as long as nothing was recorded in this JVM. Otherwise the
     * classes of the events would be loaded in each process.
     *
     * @return whether operations are to be reported
     */
    public static boolean isActive() {
        return Jdk.HAS_FLIGHT_RECORDER && FlightRecorder.isInitialized();
    }

    /**
     * Creates a listener.
     *
     * @return the listener
     */
    public static RestoreListener create() {
        return new FlightRecording();
    }

    @Override
    public EndListener started(RestoreOperation operation) {
        OperationEvent event = event(operation);
        event.begin();
        return event::end;
    }

    private static OperationEvent event(RestoreOperation operation) {
        if (operation instanceof RestoreOperation.Restore restore) {
            return new RestoreEvent(restore);
        }
        if (operation instanceof RestoreOperation.Layer layer) {
            return new LayerEvent(layer);
        }
        return new StoreCallEvent((RestoreOperation.StoreCall) operation);
    }

    private static final class Jdk {
        static final boolean HAS_FLIGHT_RECORDER =
                ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    }
}
