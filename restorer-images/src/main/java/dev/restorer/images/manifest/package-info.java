/** Parses manifests, indexes and configs, and verifies them. Uses neither files nor the network. */
@NullMarked
package dev.restorer.images.manifest;

import org.jspecify.annotations.NullMarked;
