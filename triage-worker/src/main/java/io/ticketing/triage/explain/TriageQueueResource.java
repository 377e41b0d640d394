package io.ticketing.triage.explain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import jakarta.annotation.security.RolesAllowed;
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

/** Lists what waits. */
@Path("/triage/queue")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage", description = "What is found out about tickets, and who gets them")
@RolesAllowed({"moderator", "admin"})
@Onboarded
@RunOnVirtualThread
public class TriageQueueResource {

    private final ReadingQueue queue;

    TriageQueueResource(ReadingQueue queue) {
        this.queue = queue;
    }

    @GET
    @Operation(
            operationId = "listTriageQueue",
            summary = "List the tickets that wait, and why",
            description =
                    "First those that wait for somebody who is free, in the order in which they are served: highest priority, then oldest. Then"
                            + " those that need a person who says who does them, until somebody has.")
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
    public PagedEnvelope<QueuedTicketView> list(@Context UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        Page<QueuedTicketView> page = queue.page(query.cursor(QueuePlace::read), limit);
        return PagedEnvelope.ok(
                "What waits.", page.entries(), limit, page.nextCursor().orElse(null));
    }
}
