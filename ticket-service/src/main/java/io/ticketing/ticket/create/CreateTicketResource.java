package io.ticketing.ticket.create;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.hashtag.Hashtag;
import io.ticketing.ticket.view.TicketView;
import io.ticketing.ticket.view.TicketViews;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.envelope.Envelope;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Opens tickets. */
@Path("/tickets/create-ticket")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(
        name = "Tickets",
        description = "Open, list, read, change, assign, discuss and delete tickets, and hear of their changes")
@Authenticated
@RunOnVirtualThread
public class CreateTicketResource {

    private final OpeningTicket tickets;
    private final SentBody sent;
    private final TicketViews views;
    private final CurrentCaller caller;

    CreateTicketResource(OpeningTicket tickets, SentBody sent, TicketViews views, CurrentCaller caller) {
        this.tickets = tickets;
        this.sent = sent;
        this.views = views;
        this.caller = caller;
    }

    @POST
    @Fingerprinted
    @Operation(
            operationId = "createTicket",
            summary = "Open a ticket",
            description =
                    "Anybody who is signed in. The ticket is analysed and assigned in the background. With an Idempotency-Key the"
                            + " request can be sent again: within 24 hours a repeat opens nothing and answers the first result.")
    @Parameter(
            name = IdempotencyKey.HEADER,
            in = ParameterIn.HEADER,
            description = "The client's own name for this request. A refused request does not use it up.",
            schema = @Schema(type = SchemaType.STRING, pattern = IdempotencyKey.FORM))
    @APIResponse(
            responseCode = "201",
            description = "The ticket",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "EnvelopeTicketView")),
            headers =
                    @Header(
                            name = "Location",
                            description = "Where to read it",
                            schema = @Schema(type = SchemaType.STRING)))
    @APIResponse(responseCode = "422", description = "The Idempotency-Key stands for a request with another body")
    public RestResponse<Envelope<TicketView>> create(
            @NotNull @Valid CreateTicketRequest body, @Context HttpHeaders headers) {
        Caller requester = caller.get();
        NewTicket wanted = new NewTicket(
                requester.userId(), body.title(), body.description(), Hashtag.normalised(body.hashtags()));
        Ticket ticket = IdempotencyKey.of(headers.getRequestHeader(IdempotencyKey.HEADER))
                .map(key -> tickets.openOnce(wanted, key, sent.fingerprint()))
                .orElseGet(() -> tickets.open(wanted));
        return ResponseBuilder.create(
                        RestResponse.Status.CREATED,
                        Envelope.created("The ticket is open.", views.of(ticket, requester)))
                .header(HttpHeaders.LOCATION, "/api/v1/tickets/get-ticket/" + ticket.id())
                .build();
    }
}
