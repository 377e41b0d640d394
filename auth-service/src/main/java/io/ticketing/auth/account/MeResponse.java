package io.ticketing.auth.account;

import io.ticketing.auth.user.UserView;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Who one is: the envelope, with the user at the top level too, where clients look for it.
 *
 * @param authType how the caller proved it: {@code jwt}, or {@code session} with the cookie
 */
public record MeResponse(
        @Schema(examples = "true") boolean success,
        @Schema(examples = "200") int statusCode,
        @Schema(examples = "This is you.") String message,
        UserView data,
        UserView user,
        @Schema(examples = "jwt") String authType) {

    static MeResponse of(UserView user, boolean bySession) {
        return new MeResponse(true, 200, "This is you.", user, user, bySession ? "session" : "jwt");
    }
}
