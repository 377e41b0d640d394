package io.ticketing.ticket.assign;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.view.TicketAnswers;
import io.ticketing.ticket.view.TicketView;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.precondition.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lets staff say who works on a ticket. */
@Path("/tickets/admin/assign/{ticketId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({"moderator", "admin"})
@Onboarded
@RunOnVirtualThread
public class AssignTicketResource {

    private final AssigningTicket tickets;
    private final TicketAnswers answers;
    private final CurrentCaller currentCaller;

    AssignTicketResource(AssigningTicket tickets, TicketAnswers answers, CurrentCaller currentCaller) {
        this.tickets = tickets;
        this.answers = answers;
        this.currentCaller = currentCaller;
    }

    /** Assigns a ticket, or takes it away. */
    @POST
    @Operation(
            operationId = "assignTicket",
            summary = "Say who works on a ticket",
            description =
                    "Without assigneeId, or without a body, it is taken from whoever has it and waits for a person to decide; where nobody"
                            + " has it, nothing changes."
                            + " What a person has decided no machine overturns. A ticket that is resolved or closed has to be reopened first.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Its version, in quotes",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "409",
            description =
                    "The assignee is no active moderator or admin who has completed the onboarding, or the ticket is over")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    public RestResponse<Envelope<TicketView>> assign(
            @Parameter(description = "24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("ticketId")
                    String ticketId,
            @Parameter(description = "The ETag that was seen last; left out, any version will do", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @RequestBody(required = false) @Valid @Nullable AssignTicketRequest body) {
        Caller caller = currentCaller.get();
        IfMatch seen = IfMatch.of(ifMatch);
        Ticket ticket = body == null || body.assigneeId() == null
                ? tickets.unassign(ticketId, seen, caller)
                : tickets.assign(ticketId, seen, body.assigneeId(), caller);
        return answers.ok(
                ticket.assignedTo() == null ? "Nobody works on the ticket." : "The ticket is assigned.",
                ticket,
                caller);
    }
}
