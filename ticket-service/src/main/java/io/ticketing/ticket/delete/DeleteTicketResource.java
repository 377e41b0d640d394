package io.ticketing.ticket.delete;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.precondition.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Lets admins delete a ticket. */
@Path("/tickets/admin/delete/{ticketId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed("admin")
@Onboarded
@RunOnVirtualThread
public class DeleteTicketResource {

    private final DeletingTicket tickets;
    private final CurrentCaller currentCaller;

    DeleteTicketResource(DeletingTicket tickets, CurrentCaller currentCaller) {
        this.tickets = tickets;
        this.currentCaller = currentCaller;
    }

    /** Deletes a ticket. */
    @DELETE
    @Operation(
            operationId = "deleteTicket",
            summary = "Delete a ticket",
            description = "With its comments, its timeline and what else belongs to it, for good.")
    @APIResponse(responseCode = "200", description = "The ticket is gone")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    public Envelope<DeletedTicketView> delete(
            @Parameter(description = "24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("ticketId")
                    String ticketId,
            @Parameter(description = "The ETag that was seen last; left out, any version will do", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch) {
        tickets.delete(ticketId, IfMatch.of(ifMatch), currentCaller.get());
        return Envelope.ok("The ticket is deleted.", new DeletedTicketView(ticketId));
    }
}
