/**
 * Restores from hostile input. As a rule each test restores from the inputs that are kept for it in
 * {@code src/test/resources}; with {@code -Pfuzz}, Jazzer makes more of them and leaves what it finds below
 * {@code target/fuzz}.
 */
@NullMarked
package dev.restorer.fuzz;

import org.jspecify.annotations.NullMarked;
