package io.ticketing.events;

import static java.util.Objects.requireNonNull;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something of a ticket is different, other than its status and its assignee, or stands by a person's word from now on.
 *
 * @param ticketId the ticket
 * @param requesterId who opened it
 * @param fields what is different, in the names of the API, such as {@code priority}; and what a person has made his own of {@code priority} and
 *     {@code relatedSkills}, though it is as before
 * @param wording what the ticket says now; null when its title and description are as before
 * @param priority as it is now; null while unknown
 * @param relatedSkills as they are now
 * @param by who changed it
 */
@RegisterForReflection
public record TicketChanged(
        String ticketId,
        String requesterId,
        List<String> fields,
        @Nullable Wording wording,
        @Nullable Priority priority,
        List<String> relatedSkills,
        Actor by)
        implements FactData {

    public TicketChanged {
        requireNonNull(ticketId, "ticketId");
        requireNonNull(requesterId, "requesterId");
        fields = List.copyOf(requireNonNull(fields, "fields"));
        relatedSkills = List.copyOf(requireNonNull(relatedSkills, "relatedSkills"));
        requireNonNull(by, "by");
    }

    /**
     * What a ticket says, whole.
     *
     * @param title as typed
     * @param description as typed
     * @param hashtags normalised, 1 to 4
     */
    @RegisterForReflection
    public record Wording(String title, String description, List<String> hashtags) {

        public Wording {
            requireNonNull(title, "title");
            requireNonNull(description, "description");
            hashtags = List.copyOf(requireNonNull(hashtags, "hashtags"));
        }

        /** Nothing: what people typed must not end up in a log. */
        @Override
        public String toString() {
            return "Wording[]";
        }
    }
}
