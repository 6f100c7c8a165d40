/** What the tests of several packages share. */
@NullMarked
package dev.restorer.images;

import org.jspecify.annotations.NullMarked;
