/**
 * Calls of objects that may be of another vendor, and the causes of what these throw. For the modules of this project
 * only.
 */
@NullMarked
package dev.restorer.vendors;

import org.jspecify.annotations.NullMarked;
