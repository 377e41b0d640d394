package io.ticketing.ticket.status;

import io.ticketing.events.TicketStatus;
import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a ticket shall stand.
 *
 * @param status its status from now on
 */
@Schema(name = "MoveTicketRequest")
public record MoveTicketRequest(
        @Schema(examples = "in-progress") @NotNull TicketStatus status) {}
