package io.ticketing.auth.account;

import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What it takes to register.
 *
 * @param username 3 to 30 characters, unique without regard to case
 * @param email compared trimmed and lower-cased
 * @param password 8 to 128 characters
 * @param skills 1 to 20 of 1 to 40 characters each
 */
public record RegisterRequest(
        @NotNull @Text(min = 3, max = 30) @Schema(minLength = 3, maxLength = 30, examples = "ada")
        String username,

        @NotNull @Email @Schema(format = "email", maxLength = 254, examples = "ada@example.org")
        String email,

        @NotNull
        @Text(min = 8, max = 128)
        @Schema(format = "password", minLength = 8, maxLength = 128, examples = "correct horse battery")
        String password,

        @Size(min = 1, max = 20) @Schema(examples = "[\"networking\", \"java\"]") @Nullable
        List<@NotNull @Text(max = 40) String> skills) {

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "RegisterRequest[]";
    }
}
