package io.ticketing.ticket.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.ticket.history.TimelineAction;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Something that was done to a ticket; what is null is left out.
 *
 * @param from a text or a list of texts
 * @param to a text or a list of texts
 */
@Schema(name = "TimelineEntry", description = "Something that was done to a ticket; what does not apply is left out")
@RegisterForReflection
public record TimelineEntryView(
        @Schema(examples = "66f0c0ffee0123456789abcd") String id,
        Instant at,
        ActorView actor,
        TimelineAction action,

        @Schema(description = "The field that became another", examples = "status")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String field,

        @Schema(
                description = "What the field was: a text, a list of texts, or the id of the assignee",
                anyOf = {String.class, String[].class},
                examples = "active")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Object from,

        @Schema(
                description = "What the field is now, was suggested to be, or the id of the comment",
                anyOf = {String.class, String[].class},
                examples = "in-progress")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        Object to,

        @Schema(description = "Why; that of the AI and of rules is for staff alone", examples = "Knows networks.")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String reason) {}
