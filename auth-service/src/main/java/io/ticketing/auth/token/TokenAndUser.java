package io.ticketing.auth.token;

import io.ticketing.auth.user.UserView;

/**
 * Who came in, and with what.
 *
 * @param token the access token
 * @param user its bearer
 */
public record TokenAndUser(String token, UserView user) {

    /** No token in any log. */
    @Override
    public String toString() {
        return "TokenAndUser[]";
    }
}
