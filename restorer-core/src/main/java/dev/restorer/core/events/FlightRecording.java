package dev.restorer.core.events;

import dev.restorer.spi.RestoreListener;
import dev.restorer.spi.RestoreOperation;
import jdk.jfr.FlightRecorder;

/** Reports operations as events of JDK Flight Recorder. */
public final class FlightRecording implements RestoreListener {

    private FlightRecording() {}

    /**
     * Tells whether Flight Recorder is in use, which is false as long as nothing was recorded in this JVM. Otherwise
     * the classes of the events would be loaded in each process.
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
        OperationEvent event = Events.of(operation);
        event.begin();
        return event::end;
    }

    private static final class Jdk {
        static final boolean HAS_FLIGHT_RECORDER =
                ModuleLayer.boot().findModule("jdk.jfr").isPresent();
    }

    /** Apart, since the JVM loads these classes to verify this one, which fails where there is no Flight Recorder. */
    private static final class Events {
        static OperationEvent of(RestoreOperation operation) {
            if (operation instanceof RestoreOperation.Restore restore) {
                return new RestoreEvent(restore);
            }
            if (operation instanceof RestoreOperation.Layer layer) {
                return new LayerEvent(layer);
            }
            return new StoreCallEvent((RestoreOperation.StoreCall) operation);
        }
    }
}
