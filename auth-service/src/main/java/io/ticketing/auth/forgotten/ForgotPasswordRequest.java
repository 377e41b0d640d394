package io.ticketing.auth.forgotten;

import io.ticketing.auth.account.Email;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Whose password is forgotten.
 *
 * @param email compared trimmed and lower-cased
 */
public record ForgotPasswordRequest(
        @NotNull @Email @Schema(format = "email", maxLength = 254, examples = "ada@example.org")
        String email) {

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "ForgotPasswordRequest[]";
    }
}
