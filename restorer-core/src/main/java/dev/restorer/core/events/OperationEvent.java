package dev.restorer.core.events;

import dev.restorer.spi.OperationResult;
import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.StackTrace;

/** The fields of the events of all operations. Flight Recorder reads the fields. */
@Category("restorer")
@StackTrace(false)
abstract class OperationEvent extends Event {

    @Label("Outcome")
    String outcome = "";

    @Label("Bytes")
    @DataAmount
    long bytes;

    @Label("Failure")
    String failure = "";

    final void end(OperationResult result) {
        end();
        if (shouldCommit()) {
            outcome = result.outcome().name();
            bytes = result.bytes();
            Throwable thrown = result.failure();
            failure = thrown == null ? "" : thrown.getClass().getName();
            commit();
        }
    }
}
