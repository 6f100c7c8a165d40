/** The origins and addresses of hosts, and which are public. */
@NullMarked
package dev.restorer.images.registry.address;

import org.jspecify.annotations.NullMarked;
