package io.ticketing.ticket.status;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.view.TicketAnswers;
import io.ticketing.ticket.view.TicketView;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.precondition.IfMatch;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
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
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Lets staff move a ticket. */
@Path("/tickets/admin/status/{ticketId}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@RolesAllowed({"moderator", "admin"})
@Onboarded
@RunOnVirtualThread
public class MoveTicketResource {

    private final MovingTicket tickets;
    private final TicketAnswers answers;
    private final CurrentCaller currentCaller;

    MoveTicketResource(MovingTicket tickets, TicketAnswers answers, CurrentCaller currentCaller) {
        this.tickets = tickets;
        this.answers = answers;
        this.currentCaller = currentCaller;
    }

    /** Moves a ticket. */
    @PATCH
    @Operation(
            operationId = "moveTicket",
            summary = "Move a ticket to another status",
            description =
                    "From any status to any other, but never back to active. From resolved or closed to in-progress is a reopening; if"
                            + " its assignee cannot work any more by then, triage finds somebody else. The same status again changes nothing.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Its version, in quotes",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "409", description = "A ticket that has left active never goes back there")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    public RestResponse<Envelope<TicketView>> move(
            @Parameter(description = "24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("ticketId")
                    String ticketId,
            @Parameter(description = "The ETag that was seen last; left out, any version will do", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid MoveTicketRequest body) {
        Caller caller = currentCaller.get();
        return answers.ok(
                "The ticket is " + body.status().wireName() + ".",
                tickets.move(ticketId, IfMatch.of(ifMatch), body.status(), caller),
                caller);
    }
}
