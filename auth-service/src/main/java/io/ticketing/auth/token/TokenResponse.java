package io.ticketing.auth.token;

import io.ticketing.auth.user.UserView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer that lets somebody in: the envelope, with token and user at the top level too, where clients look for them.
 *
 * @param token for the {@code Authorization: Bearer} header
 */
@Schema(name = "TokenResponse")
public record TokenResponse(
        @Schema(examples = "true") boolean success,
        @Schema(examples = "200") int statusCode,
        @Schema(examples = "Welcome back.") String message,
        TokenAndUser data,

        @Schema(examples = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.e30.c2ln")
        String token,

        UserView user) {

    /** An answer with that status. */
    public static TokenResponse of(int statusCode, String message, String token, UserView user) {
        return new TokenResponse(true, statusCode, message, new TokenAndUser(token, user), token, user);
    }

    /** No token in any log. */
    @Override
    public String toString() {
        return "TokenResponse[" + statusCode + "]";
    }
}
