/** The events of JDK Flight Recorder. Loaded only while it records, since a run-time image may lack it. */
@NullMarked
package dev.restorer.core.events;

import org.jspecify.annotations.NullMarked;
