package io.ticketing.auth.account;

import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What it takes to log in.
 *
 * @param email compared trimmed and lower-cased
 * @param password at most 128 characters
 */
public record LoginRequest(
        @NotNull @Email @Schema(format = "email", maxLength = 254, examples = "ada@example.org")
        String email,

        @NotNull @Text(max = 128) @Schema(format = "password", maxLength = 128, examples = "correct horse battery")
        String password) {

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "LoginRequest[]";
    }
}
