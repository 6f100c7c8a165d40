/** Recording doubles of the restorer and of a SHA store, for the tests of those who embed them. */
@NullMarked
package dev.restorer.testing;

import org.jspecify.annotations.NullMarked;
