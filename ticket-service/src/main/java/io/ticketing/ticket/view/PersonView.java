package io.ticketing.ticket.view;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.standing.KnownUser;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has to do with a ticket.
 *
 * @param id the user
 * @param username {@value #DELETED} for whoever was deleted; null as long as nothing is known of the user but the id
 * @param email null for whoever was deleted, and as long as nothing is known of the user but the id
 */
@Schema(
        name = "TicketPerson",
        description =
                "Username and e-mail are null as long as only the id is known; whoever was deleted is called a deleted user")
@RegisterForReflection
public record PersonView(
        @JsonProperty("_id") @Schema(name = "_id", examples = "66f0c0ffee0123456789abcd")
        String id,

        @Schema(examples = "ada", nullable = true) @Nullable String username,

        @Schema(examples = "ada@example.org", nullable = true) @Nullable
        String email) {

    private static final String DELETED = "deleted user";

    static PersonView of(String userId, People people) {
        KnownUser user = people.known().get(userId);
        if (user != null) {
            return new PersonView(userId, user.username(), user.email());
        }
        return new PersonView(userId, people.gone().contains(userId) ? DELETED : null, null);
    }
}
