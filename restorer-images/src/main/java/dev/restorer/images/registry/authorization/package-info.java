/** The credentials that a registry accepts: challenges, tokens and where they are requested. */
@NullMarked
package dev.restorer.images.registry.authorization;

import org.jspecify.annotations.NullMarked;
