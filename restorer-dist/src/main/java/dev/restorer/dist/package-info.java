/** Makes the parts of a distribution that are not compiled: documents, and the OCI layout. */
@NullMarked
package dev.restorer.dist;

import org.jspecify.annotations.NullMarked;
