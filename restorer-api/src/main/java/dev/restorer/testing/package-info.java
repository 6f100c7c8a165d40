/**
 * Implementations of the restorer and of a SHA store that record their calls, for tests of applications that embed
 * them.
 */
@NullMarked
package dev.restorer.testing;

import org.jspecify.annotations.NullMarked;
