package io.ticketing.ticket.assign;

import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who shall work on a ticket.
 *
 * @param assigneeId null for nobody
 */
@Schema(name = "AssignTicketRequest")
public record AssignTicketRequest(
        @Schema(
                description = "An active moderator or admin; null, or left out, for nobody",
                examples = "66f0c0ffee0123456789abcd")
        @Pattern(regexp = "^[0-9a-f]{24}$", message = "must be an id of 24 hex digits")
        @Nullable
        String assigneeId) {}
