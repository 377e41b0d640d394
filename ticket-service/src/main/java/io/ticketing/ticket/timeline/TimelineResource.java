package io.ticketing.ticket.timeline;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.view.VisibleTickets;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
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

/** What was done to a ticket, from its first moment on. A ticket that the caller may not see is as good as none. */
@Path("/tickets/{id}/timeline")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Authenticated
@Onboarded
@RunOnVirtualThread
public class TimelineResource {

    private final ReadingTimeline timeline;
    private final VisibleTickets tickets;
    private final CurrentCaller currentCaller;

    TimelineResource(ReadingTimeline timeline, VisibleTickets tickets, CurrentCaller currentCaller) {
        this.timeline = timeline;
        this.tickets = tickets;
        this.currentCaller = currentCaller;
    }

    @GET
    @Operation(
            operationId = "readTimeline",
            summary = "Read what was done to a ticket, oldest first",
            description =
                    "As whoever may read the ticket; what concerns fields that the requester does not see is for staff alone.")
    @APIResponse(responseCode = "200", description = "One page of entries")
    @APIResponse(responseCode = "404", description = "There is no such ticket, or none that you may see")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many entries a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    public PagedEnvelope<TimelineEntryView> read(
            @Parameter(description = "The ticket: 24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id")
                    String id,
            @Context UriInfo uri) {
        Caller caller = currentCaller.get();
        tickets.get(id, caller);
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        Page<TimelineEntryView> page =
                timeline.page(id, caller, query.cursor(cursor -> timeline.place(id, caller, cursor)), limit);
        return PagedEnvelope.ok(
                "The timeline.", page.entries(), limit, page.nextCursor().orElse(null));
    }
}
