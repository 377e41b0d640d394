package io.ticketing.auth.account;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ticketing.auth.account.OwnAccountUpdate.NewPassword;
import io.ticketing.auth.user.AvailabilityDeserializer;
import io.ticketing.auth.user.AvailabilityRequest;
import io.ticketing.auth.user.ProfileUpdate;
import io.ticketing.web.input.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What one may change of one's own account; what is not sent stays.
 *
 * @param username 3 to 30 characters, unique without regard to case
 * @param skills 1 to 20 of 1 to 40 characters each
 * @param location at most 100 characters; blank for none
 * @param bio at most 500 characters; blank for none
 * @param availability for moderators and admins; null for who takes work at any time
 * @param password 8 to 128 characters
 * @param currentPassword needed to change the password
 */
public record UpdateAccountRequest(
        @Text(min = 3, max = 30) @Schema(minLength = 3, maxLength = 30, examples = "ada") @Nullable
        String username,

        @Size(min = 1, max = 20) @Schema(examples = "[\"networking\", \"java\"]") @Nullable
        List<@NotNull @Text(max = 40) String> skills,

        @Text(min = 0, max = 100, blank = true) @Schema(maxLength = 100, examples = "London") @Nullable
        String location,

        @Text(min = 0, max = 500, blank = true, multiline = true)
        @Schema(maxLength = 500, examples = "I mend networks.")
        @Nullable
        String bio,

        @Valid @JsonDeserialize(using = AvailabilityDeserializer.class) @Nullable
        AvailabilityRequest availability,

        @Text(min = 8, max = 128)
        @Schema(format = "password", minLength = 8, maxLength = 128, examples = "another long password")
        @Nullable
        String password,

        @Text(max = 128) @Schema(format = "password", maxLength = 128, examples = "correct horse battery") @Nullable
        String currentPassword) {

    OwnAccountUpdate updateAt(Instant now) {
        return new OwnAccountUpdate(
                new ProfileUpdate(username, skills, location, bio),
                availability == null ? null : availability.presenceAt(now),
                password == null ? null : new NewPassword(password, currentPassword));
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "UpdateAccountRequest[]";
    }
}
