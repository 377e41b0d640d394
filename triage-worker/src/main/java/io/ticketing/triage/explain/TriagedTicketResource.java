package io.ticketing.triage.explain;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.triage.run.Retrying;
import io.ticketing.triage.run.RetryingTicket;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/** Tells how a ticket was triaged, and has it triaged again. */
@Path("/triage/tickets/{id}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Triage", description = "What is found out about tickets, and who gets them")
@RolesAllowed({"moderator", "admin"})
@Onboarded
@RunOnVirtualThread
public class TriagedTicketResource {

    private static final String OVER = "The ticket is resolved or closed; reopen it first.";

    private final ExplainingTicket explaining;
    private final RetryingTicket retrying;

    TriagedTicketResource(ExplainingTicket explaining, RetryingTicket retrying) {
        this.explaining = explaining;
        this.retrying = retrying;
    }

    /** Tells how it was triaged. */
    @GET
    @Operation(
            operationId = "explainTriage",
            summary = "Read how a ticket was triaged",
            description =
                    "The latest run step by step: what was found, by whom and after which tries, and why this assignee and nobody else. Earlier"
                            + " runs in brief.")
    @APIResponse(responseCode = "200", description = "The run that counts")
    public Envelope<RunView> explain(
            @Parameter(description = "The ticket: 24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id")
                    String id) {
        return Envelope.ok("How the ticket was triaged.", explaining.explain(id));
    }

    /** Has it triaged again. */
    @POST
    @Path("/retry")
    @ResponseStatus(202)
    @Operation(
            operationId = "retryTriage",
            summary = "Triage a ticket again",
            description =
                    "A new run that analyses the ticket anew. Whoever has the ticket keeps it, and what a person has set stays. While a run is"
                            + " under way, or waits for somebody, it is that one that is answered, and nothing else happens.")
    @APIResponse(
            responseCode = "202",
            description = "The run that is under way now",
            content = @Content(mediaType = MediaType.APPLICATION_JSON, schema = @Schema(ref = "EnvelopeRunView")))
    @APIResponse(responseCode = "409", description = "The ticket is resolved or closed")
    public Envelope<RunView> retry(
            @Parameter(description = "The ticket: 24 hex digits", example = "66f0c0ffee0123456789abcd") @PathParam("id")
                    String id) {
        return switch (retrying.retry(id)) {
            case Retrying.UNDER_WAY ->
                new Envelope<>(true, 202, "The ticket is being triaged.", explaining.explain(id));
            case Retrying.OVER -> throw new ProblemException(Failure.of(409, OVER));
            case Retrying.UNKNOWN -> throw new ProblemException(Failure.of(404));
        };
    }
}
