package io.ticketing.ticket.delete;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which ticket was deleted. */
@Schema(name = "DeletedTicket")
public record DeletedTicketView(
        @Schema(examples = "66f0c0ffee0123456789abcd") String deletedTicketId) {}
