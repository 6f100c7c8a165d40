/** Proxies, and which hosts are reached without one. */
@NullMarked
package dev.restorer.images.registry.proxy;

import org.jspecify.annotations.NullMarked;
