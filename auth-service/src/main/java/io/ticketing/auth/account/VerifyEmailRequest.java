package io.ticketing.auth.account;

import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What proves an address.
 *
 * @param token from the mailed link
 */
public record VerifyEmailRequest(
        @NotNull @Text(max = 64) @Schema(maxLength = 64, examples = "vW2Dg7…")
        String token) {

    /** No token in any log. */
    @Override
    public String toString() {
        return "VerifyEmailRequest[]";
    }
}
