/** Requests to a registry: the HTTP client, retries, redirects, and what a failure means. */
@NullMarked
package dev.restorer.images.registry.http;

import org.jspecify.annotations.NullMarked;
