/**
 * Calls of objects that may be of another vendor, the causes of what these throw, and threads that may wait for them
 * for long. For the modules of this project only.
 */
@NullMarked
package dev.restorer.vendors;

import org.jspecify.annotations.NullMarked;
