package io.ticketing.ticket.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.events.ActorKind;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who did something to a ticket; what is null is left out.
 *
 * @param id the user, when it was a person
 * @param username his name, when it was a person of whom something is known
 */
@Schema(name = "TimelineActor", description = "A person with id and name, the AI, or a rule")
@RegisterForReflection
public record ActorView(
        ActorKind kind,

        @Schema(description = "Only of a person", examples = "66f0c0ffee0123456789abcd")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String id,

        @Schema(description = "Only of a person; whoever was deleted is called a deleted user", examples = "ada")
        @JsonInclude(JsonInclude.Include.NON_NULL)
        @Nullable
        String username) {}
