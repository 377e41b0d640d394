package io.ticketing.auth.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ticketing.auth.user.UserView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The account as it is now: the envelope, with the user at the top level too, where clients look for him.
 *
 * @param token takes the place of the caller's, when the password was changed; left out otherwise
 */
public record AccountResponse(
        @Schema(examples = "true") boolean success,
        @Schema(examples = "200") int statusCode,
        @Schema(examples = "The account is updated.") String message,
        UserView data,
        UserView user,

        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Schema(examples = "eyJ0eXAiOiJKV1QiLCJhbGciOiJFUzI1NiJ9.e30.c2ln")
        @Nullable
        String token) {

    static AccountResponse updated(UserView user) {
        return new AccountResponse(true, 200, "The account is updated.", user, user, null);
    }

    static AccountResponse passwordChanged(UserView user, String token) {
        return new AccountResponse(
                true, 200, "The password is changed, and all other sessions have ended.", user, user, token);
    }

    /** No token in any log. */
    @Override
    public String toString() {
        return "AccountResponse[" + statusCode + "]";
    }
}
