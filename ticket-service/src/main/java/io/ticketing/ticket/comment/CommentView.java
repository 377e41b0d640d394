package io.ticketing.ticket.comment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.ticket.view.PersonView;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A comment as a caller sees it.
 *
 * @param mongoId the id, as older clients read it
 * @param internal null for whoever is not staff, who does not learn that there is such a thing
 */
@Schema(name = "Comment", description = "Something that somebody said about a ticket")
@RegisterForReflection
public record CommentView(
        @JsonProperty("_id") @Schema(name = "_id", examples = "66f0c0ffee0123456789abcd")
        String mongoId,

        @Schema(examples = "66f0c0ffee0123456789abcd") String id,
        @Schema(examples = "66f0c0ffee0123456789abcd") String ticketId,
        PersonView author,

        @Schema(examples = "It works in the library, but not in the dorm.")
        String body,

        @Schema(description = "Whether only staff know of it; shown to staff alone")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Boolean internal,

        Instant createdAt) {

    static CommentView forStaff(Comment comment, PersonView author) {
        return of(comment, author, comment.internal());
    }

    static CommentView forRequester(Comment comment, PersonView author) {
        return of(comment, author, null);
    }

    private static CommentView of(Comment comment, PersonView author, @Nullable Boolean internal) {
        return new CommentView(
                comment.id(), comment.id(), comment.ticketId(), author, comment.body(), internal, comment.createdAt());
    }
}
