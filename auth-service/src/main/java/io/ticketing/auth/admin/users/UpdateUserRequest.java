package io.ticketing.auth.admin.users;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.ticketing.auth.account.Email;
import io.ticketing.auth.account.EmailAddress;
import io.ticketing.auth.user.AvailabilityDeserializer;
import io.ticketing.auth.user.AvailabilityRequest;
import io.ticketing.auth.user.ProfileUpdate;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Role;
import io.ticketing.web.input.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an admin may change of an account; what is not sent stays.
 *
 * @param username 3 to 30 characters, unique without regard to case
 * @param email another address has to be proven anew
 * @param skills 1 to 20 of 1 to 40 characters each; a list, or one text with commas
 * @param role role in force from now on; it settles an open request
 * @param location at most 100 characters; blank for none
 * @param bio at most 500 characters; blank for none
 * @param status whether the account may be used
 * @param capacity how many open tickets a machine may give to this user, 0 to 1000
 * @param availability null for who takes work at any time
 */
public record UpdateUserRequest(
        @Text(min = 3, max = 30) @Schema(minLength = 3, maxLength = 30, examples = "ada") @Nullable
        String username,

        @Email @Schema(format = "email", maxLength = 254, examples = "ada@example.org") @Nullable
        String email,

        @JsonDeserialize(using = SkillsDeserializer.class)
        @Size(min = 1, max = 20)
        @Schema(
                description = "A list, or one text with commas",
                anyOf = {String[].class, String.class},
                examples = "[\"networking\", \"java\"]")
        @Nullable
        List<@NotNull @Text(max = 40) String> skills,

        @Nullable Role role,

        @Text(min = 0, max = 100, blank = true) @Schema(maxLength = 100, examples = "London") @Nullable
        String location,

        @Text(min = 0, max = 500, blank = true, multiline = true)
        @Schema(maxLength = 500, examples = "I mend networks.")
        @Nullable
        String bio,

        @Nullable AccountStatus status,

        @Min(0) @Max(1000) @Schema(examples = "10") @Nullable
        Integer capacity,

        @Valid @JsonDeserialize(using = AvailabilityDeserializer.class) @Nullable
        AvailabilityRequest availability) {

    AccountUpdate updateAt(Instant now) {
        return new AccountUpdate(
                new ProfileUpdate(username, skills, location, bio),
                email == null ? null : EmailAddress.typed(email).orElseThrow().value(),
                role,
                status,
                capacity,
                availability == null ? null : availability.presenceAt(now));
    }

    /** Nothing personal, so that it may stand in a log. */
    @Override
    public String toString() {
        return "UpdateUserRequest[]";
    }
}
