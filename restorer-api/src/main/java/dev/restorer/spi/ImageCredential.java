package dev.restorer.spi;

import java.util.Objects;

/**
 * A credential for authentication at a registry. Its string never contains a secret.
 *
 * @since 0.1
 */
public sealed interface ImageCredential {

    /**
     * A user and a password.
     *
     * @param user the user, without a colon
     * @param password the password
     * @since 0.1
     */
    record Basic(String user, String password) implements ImageCredential {

        /**
         * Checks that user and password are not null, and that the user has no colon, which would end it.
         *
         * @param user the user, without a colon
         * @param password the password
         * @throws NullPointerException if one of them is null
         * @throws IllegalArgumentException if the user has a colon
         */
        public Basic {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            if (user.indexOf(':') >= 0) {
                throw new IllegalArgumentException("the user has a colon");
            }
        }

        @Override
        public String toString() {
            return "Basic[…]";
        }
    }

    /**
     * A token that is sent to the registry unchanged.
     *
     * @param token the token
     * @since 0.1
     */
    record Bearer(String token) implements ImageCredential {

        /**
         * Checks that the token is not null.
         *
         * @param token the token
         * @throws NullPointerException if token is null
         */
        public Bearer {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "Bearer[…]";
        }
    }

    /**
     * A token that is sent to the token server, which issues one for the registry. (OAuth 2, refresh token)
     *
     * @param token the token
     * @since 0.1
     */
    record IdentityToken(String token) implements ImageCredential {

        /**
         * Checks that the token is not null.
         *
         * @param token the token
         * @throws NullPointerException if token is null
         */
        public IdentityToken {
            Objects.requireNonNull(token, "token");
        }

        @Override
        public String toString() {
            return "IdentityToken[…]";
        }
    }
}
