/** Connections to Redis servers: the socket, TLS, the login, and the failures of all of them. */
@NullMarked
package dev.restorer.shastore.redis.connection;

import org.jspecify.annotations.NullMarked;
