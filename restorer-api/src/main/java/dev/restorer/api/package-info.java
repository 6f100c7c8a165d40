/**
 * The values that are passed in and returned: facts, request, plan, report, and the exceptions. All classes are
 * immutable and safe for use by many threads at once, and none of them reads or writes files.
 *
 * <p>The names are those of the Cloud Native Buildpacks specification.
 */
@NullMarked
package dev.restorer.api;

import org.jspecify.annotations.NullMarked;
