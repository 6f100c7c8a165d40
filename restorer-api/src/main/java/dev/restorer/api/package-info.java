/**
 * The values that are passed in and returned. Start with {@link dev.restorer.api.RestoreRequest}, which a restore
 * takes, {@link dev.restorer.api.RestorePlan}, which says what it would do, and {@link dev.restorer.api.RestoreReport},
 * which says what it did. {@link dev.restorer.api.Reason} and {@link dev.restorer.api.ContentsReason} list the possible
 * decisions about a layer, and {@link dev.restorer.api.RestorerException} has a subclass for each kind of failure.
 *
 * <p>All classes except builders are immutable and safe for use by many threads at once, and none of them reads or
 * writes files. A parameter or a result may be null only where it is {@code @Nullable}; for other null arguments a
 * {@link NullPointerException} is thrown, except for a null text or cause of an exception, since that would hide a
 * failure.
 *
 * <p>The names are those of the Cloud Native Buildpacks specification.
 */
@NullMarked
package dev.restorer.api;

import org.jspecify.annotations.NullMarked;
