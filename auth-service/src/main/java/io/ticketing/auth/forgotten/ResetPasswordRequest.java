package io.ticketing.auth.forgotten;

import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What it takes to set a new password.
 *
 * @param token from the mailed link
 * @param password 8 to 128 characters
 */
public record ResetPasswordRequest(
        @NotNull @Text(max = 64) @Schema(maxLength = 64, examples = "vW2Dg7…")
        String token,

        @NotNull
        @Text(min = 8, max = 128)
        @Schema(format = "password", minLength = 8, maxLength = 128, examples = "correct horse battery")
        String password) {

    /** Nothing secret, so that it may stand in a log. */
    @Override
    public String toString() {
        return "ResetPasswordRequest[]";
    }
}
