/**
 * What flows: facts, request, plan, report and the exceptions. Everything here is an immutable value, safe to share
 * between threads; nothing here reads or writes.
 *
 * <p>The names are those of the Cloud Native Buildpacks specification.
 */
@NullMarked
package dev.restorer.api;

import org.jspecify.annotations.NullMarked;
