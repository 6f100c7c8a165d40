/** Looks up credentials in files, variables and helper programs. No message or string contains a secret. */
@NullMarked
package dev.restorer.images.credentials;

import org.jspecify.annotations.NullMarked;
