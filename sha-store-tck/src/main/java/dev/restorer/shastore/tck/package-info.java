/**
 * The contract of every SHA store, as a JUnit class: extend {@link dev.restorer.shastore.tck.ShaStoreContract} in a
 * test of the store. JUnit Jupiter and AssertJ are needed on the class path of the tests.
 */
@NullMarked
package dev.restorer.shastore.tck;

import org.jspecify.annotations.NullMarked;
