package io.ticketing.ticket.list;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.view.TicketView;
import io.ticketing.ticket.view.TicketViews;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
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
                    "Staff see all tickets, everybody else the own ones. A ticket has to meet all filters that are given. Tickets opened"
                            + " meanwhile move nothing between pages; in the order of updatedAt a ticket moves when it changes.")
    @APIResponse(responseCode = "200", description = "One page of tickets")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many tickets a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before, with the same filters and the same order",
            schema = @Schema(type = SchemaType.STRING))
    @Parameter(
            name = "status",
            in = ParameterIn.QUERY,
            description = "Only tickets with that status",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"active", "in-progress", "resolved", "closed"}))
    @Parameter(
            name = "priority",
            in = ParameterIn.QUERY,
            description = "Only tickets with that priority",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            enumeration = {"low", "medium", "high"}))
    @Parameter(
            name = "hashtag",
            in = ParameterIn.QUERY,
            description = "Only tickets with that hashtag; a leading # is dropped, and capitals become small",
            schema = @Schema(type = SchemaType.STRING, pattern = "^#?[A-Za-z0-9][A-Za-z0-9_-]{0,29}$"))
    @Parameter(
            name = "assignedTo",
            in = ParameterIn.QUERY,
            description = "Only tickets of whoever has that id, of me, or of none",
            schema = @Schema(type = SchemaType.STRING, pattern = "^(me|none|[0-9a-f]{24})$"))
    @Parameter(
            name = "createdBy",
            in = ParameterIn.QUERY,
            description = "Only tickets that the user with that id has opened",
            schema = @Schema(type = SchemaType.STRING, pattern = "^[0-9a-f]{24}$"))
    @Parameter(
            name = "q",
            in = ParameterIn.QUERY,
            description =
                    "Only tickets whose title, description and hashtags hold all these words, without regard to case and accents",
            schema = @Schema(type = SchemaType.STRING, minLength = 1, maxLength = ListParameters.LONGEST_SEARCH))
    @Parameter(
            name = "sort",
            in = ParameterIn.QUERY,
            description = "The order; a - in front turns it round",
            schema =
                    @Schema(
                            type = SchemaType.STRING,
                            defaultValue = "-createdAt",
                            enumeration = {"createdAt", "-createdAt", "updatedAt", "-updatedAt", "priority", "-priority"
                            }))
    public PagedEnvelope<TicketView> list(@Context UriInfo uri) {
        Caller caller = currentCaller.get();
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        TicketSelection selection = ListParameters.selection(query, caller);
        Optional<Place> after = query.cursor(cursor -> Cursor.read(cursor, selection));
        Page<Ticket> page = tickets.page(selection, after, limit);
        return PagedEnvelope.ok(
                "The tickets.",
                views.of(page.entries(), caller),
                limit,
                page.nextCursor().orElse(null));
    }
}
