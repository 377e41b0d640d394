package io.ticketing.ticket.change;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.view.TicketAnswers;
import io.ticketing.ticket.view.TicketView;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.precondition.IfMatch;
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

/** Changes what a ticket says, for whoever may change that. */
@Path("/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Authenticated
@Onboarded
@RunOnVirtualThread
public class ChangeTicketResource {

    private final ChangingFields tickets;
    private final TicketAnswers answers;
    private final CurrentCaller currentCaller;

    ChangeTicketResource(ChangingFields tickets, TicketAnswers answers, CurrentCaller currentCaller) {
        this.tickets = tickets;
        this.answers = answers;
        this.currentCaller = currentCaller;
    }

    /** Changes a ticket. */
    @PATCH
    @Operation(
            operationId = "changeTicket",
            summary = "Change what a ticket says",
            description =
                    "Staff change priority, relatedSkills and hashtags of any ticket, the requester title, description and hashtags of his"
                            + " own until it is resolved. What is not sent stays. Another title or description is triaged again; what people have"
                            + " set stays, whatever comes out.")
    @APIResponse(
            responseCode = "200",
            description = "The ticket as it is now",
            headers =
                    @Header(
                            name = HttpHeaders.ETAG,
                            description = "Its version, in quotes",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(
            responseCode = "403",
            description =
                    "A field is not the caller's to change (the problem names it), onboarding is not complete (data.next says where), or"
                            + " the account is deactivated")
    @APIResponse(responseCode = "409", description = "The requester cannot change a ticket that is resolved or closed")
    @APIResponse(responseCode = "412", description = "It was changed since the version in If-Match")
    public RestResponse<Envelope<TicketView>> change(
            @Parameter(description = "24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id") String id,
            @Parameter(description = "The ETag that was seen last; left out, any version will do", example = "\"3\"")
                    @HeaderParam(HttpHeaders.IF_MATCH)
                    @Nullable
                    String ifMatch,
            @NotNull @Valid ChangeTicketRequest body) {
        Caller caller = currentCaller.get();
        return answers.ok(
                "The ticket is changed.", tickets.change(id, IfMatch.of(ifMatch), body.wanted(), caller), caller);
    }
}
