/**
 * For tests of applications that embed the restorer: {@link dev.restorer.testing.RecordingLayerRestorer} and
 * {@link dev.restorer.testing.RecordingShaStore} record the calls that they receive, and can be made to fail.
 *
 * <p>Both are safe for use by many threads at once, and throw a {@link NullPointerException} for null arguments.
 */
@NullMarked
package dev.restorer.testing;

import org.jspecify.annotations.NullMarked;
