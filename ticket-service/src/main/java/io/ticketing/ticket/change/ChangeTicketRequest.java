package io.ticketing.ticket.change;

import io.ticketing.events.Priority;
import io.ticketing.ticket.hashtag.Hashtag;
import io.ticketing.ticket.hashtag.HashtagList;
import io.ticketing.web.input.Text;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is to be different about a ticket; what is not sent, or null, stays.
 *
 * @param title one line of 1 to 200 characters
 * @param description 1 to 10,000 characters
 * @param hashtags 1 to 4
 * @param priority how urgent it is
 * @param relatedSkills 1 to 20 of 1 to 40 characters each
 */
@Schema(name = "ChangeTicketRequest")
public record ChangeTicketRequest(
        @Schema(description = "One line of 1 to 200 characters", examples = "Login fails everywhere")
        @Text(max = 200)
        @Nullable
        String title,

        @Schema(
                description = "1 to 10,000 characters, line breaks are fine",
                examples = "It is not the Wi-Fi: the cable is no better.")
        @Text(max = 10_000, multiline = true)
        @Nullable
        String description,

        @Schema(
                description = "1 to 4 hashtags, written as for a new ticket",
                type = SchemaType.ARRAY,
                implementation = Hashtag.class,
                uniqueItems = true,
                examples = "[\"network\", \"login\"]")
        @Size(min = 1, max = 4, message = "must hold 1 to 4 hashtags")
        @HashtagList
        @Nullable
        List<String> hashtags,

        @Nullable Priority priority,

        @Schema(description = "What it takes: 1 to 20 skills of 1 to 40 characters", examples = "[\"networking\"]")
        @Size(min = 1, max = 20, message = "must hold 1 to 20 skills")
        @Nullable
        List<@NotNull @Text(max = 40) String> relatedSkills) {

    WantedChange wanted() {
        return new WantedChange(
                title, description, hashtags == null ? null : Hashtag.normalised(hashtags), priority, relatedSkills);
    }

    /** Nothing: what people typed must not end up in a log. */
    @Override
    public String toString() {
        return "ChangeTicketRequest[]";
    }
}
