package io.ticketing.ticket.view;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.Ticket;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Shows one ticket; one that the caller may not see is as good as none. */
@Path("/tickets/get-ticket")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Authenticated
@Onboarded
@RunOnVirtualThread
public class GetTicketResource {

    private final VisibleTickets tickets;
    private final TicketAnswers answers;
    private final CurrentCaller currentCaller;

    GetTicketResource(VisibleTickets tickets, TicketAnswers answers, CurrentCaller currentCaller) {
        this.tickets = tickets;
        this.answers = answers;
        this.currentCaller = currentCaller;
    }

    @GET
    @Path("/{id}")
    @Operation(
            operationId = "getTicket",
            summary = "Read one ticket",
            description = "The requester reads his own, staff read any.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket",
            headers =
                    @Header(
                            name = "ETag",
                            description = "Its version, in quotes",
                            schema = @Schema(type = SchemaType.STRING)))
    public RestResponse<Envelope<TicketView>> get(
            @Parameter(description = "24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id")
                    String id) {
        Caller caller = currentCaller.get();
        Ticket ticket = tickets.get(id, caller);
        return answers.ok("The ticket.", ticket, caller);
    }
}
