/** The threads of restores: few, shared by all restores of a JVM, and interrupted with their callers. */
@NullMarked
package dev.restorer.core.engine.threads;

import org.jspecify.annotations.NullMarked;
