package io.ticketing.ticket.list;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.view.TicketView;
import io.ticketing.ticket.view.TicketViews;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.PagedEnvelope;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Lists tickets. */
@Path("/tickets/get-all-tickets")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Authenticated
@Onboarded
@RunOnVirtualThread
public class ListTicketsResource {

    private final ListingTickets tickets;
    private final TicketViews views;
    private final CurrentCaller currentCaller;

    ListTicketsResource(ListingTickets tickets, TicketViews views, CurrentCaller currentCaller) {
        this.tickets = tickets;
        this.views = views;
        this.currentCaller = currentCaller;
    }

    @GET
    @Operation(
            operationId = "listTickets",
            summary = "List tickets, newest first",
            description =
                    "Staff see all tickets, everybody else the own ones. Tickets opened meanwhile move nothing between pages.")
    @APIResponse(responseCode = "200", description = "One page of tickets")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many tickets a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    public PagedEnvelope<TicketView> list(@Context UriInfo uri) {
        Caller caller = currentCaller.get();
        PageRequest request = PageRequest.of(uri.getQueryParameters());
        TicketPage page = tickets.page(caller, request);
        return PagedEnvelope.ok(
                "The tickets.",
                views.of(page.tickets(), caller),
                request.limit(),
                page.next().map(Cursor::write).orElse(null));
    }
}
