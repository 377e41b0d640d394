package io.ticketing.ticket.deadletter;

import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.deadletters.DeadLetterDesk;
import io.ticketing.deadletters.DeadLetterView;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.envelope.PagedEnvelope;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The records that ticket-service could not handle. */
@Path("/tickets/dead-letters")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Tickets")
@Onboarded
@RunOnVirtualThread
public class DeadLettersResource {

    private final DeadLetterDesk desk;

    DeadLettersResource(DeadLetterDesk desk) {
        this.desk = desk;
    }

    /** Lists them. */
    @GET
    @RolesAllowed({"moderator", "admin"})
    @Operation(
            operationId = "listTicketDeadLetters",
            summary = "List the records that ticket-service could not handle, newest first",
            description =
                    "Each with its reason. They are kept for a week, handled after all or not; those of a user or ticket that was"
                            + " deleted are gone.")
    @APIResponse(responseCode = "200", description = "One page of dead letters")
    @Parameter(
            name = "limit",
            in = ParameterIn.QUERY,
            description = "How many dead letters a page holds at most",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1", maximum = "100", defaultValue = "50"))
    @Parameter(
            name = "cursor",
            in = ParameterIn.QUERY,
            description = "The nextCursor of the page before",
            schema = @Schema(type = SchemaType.STRING))
    public PagedEnvelope<DeadLetterView> list(@Context UriInfo uri) {
        return desk.list(uri);
    }

    /** Handles one of them once more. */
    @POST
    @Path("/{id}/replay")
    @RolesAllowed("admin")
    @Operation(
            operationId = "replayTicketDeadLetter",
            summary = "Handle a dead letter once more",
            description =
                    "After what was wrong is mended. Only ticket-service handles it again; where that changes nothing, nothing changes. If it still"
                            + " cannot be handled it stays a dead letter, with the reason of now and without a replayedAt.")
    @APIResponse(responseCode = "200", description = "It was tried again: the dead letter as it is now")
    @APIResponse(responseCode = "409", description = "Nobody reads its topic any more")
    public Envelope<DeadLetterView> replay(
            @Parameter(
                            description = "The dead letter: topic, partition and offset",
                            example = "triage-events-3-17",
                            schema =
                                    @Schema(
                                            type = SchemaType.STRING,
                                            pattern = "^[A-Za-z0-9._-]{1,249}-[0-9]{1,10}-[0-9]{1,19}$"))
                    @PathParam("id")
                    String id) {
        return desk.replay(id);
    }
}
