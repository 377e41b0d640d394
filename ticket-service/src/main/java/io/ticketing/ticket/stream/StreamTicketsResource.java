package io.ticketing.ticket.stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.ticketing.web.caller.CurrentCaller;
import io.ticketing.web.caller.Onboarded;
import io.ticketing.web.problem.Failure;
import io.ticketing.web.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Tells of changes to tickets as they happen. */
@Path("/tickets/stream")
@Tag(name = "Tickets")
@Authenticated
@Onboarded
@RunOnVirtualThread
public class StreamTicketsResource {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Streaming streaming;
    private final EventIds ids;
    private final StreamConfig config;
    private final ObjectMapper json;
    private final CurrentCaller currentCaller;

    StreamTicketsResource(
            Streaming streaming, EventIds ids, StreamConfig config, ObjectMapper json, CurrentCaller currentCaller) {
        this.streaming = streaming;
        this.ids = ids;
        this.config = config;
        this.json = json;
        this.currentCaller = currentCaller;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @Operation(operationId = "streamTickets", summary = "Hear of changes to tickets", description = """
                    Server-sent events of changes to tickets that you may see: staff of all, everybody else of the own ones, without what is for staff. \
                    An event's name is what happened, such as ticket/assigned, and its data say of which ticket, with which version afterwards; \
                    read the ticket to see what is different. Who comes back with the id of the last event hears what he has missed, each event \
                    once. After a day, or when what happened is not known any more, the event stream/reset says that the list has to be read again. \
                    Comments show that the stream lives; they may bring a newer id. The stream ends when the token runs out or when \
                    role or account change, and for a client that does not read on.""")
    @APIResponse(
            responseCode = "200",
            description = "The stream. It goes on until one side ends it.",
            content =
                    @Content(
                            mediaType = MediaType.SERVER_SENT_EVENTS,
                            schema = @Schema(type = SchemaType.STRING),
                            example = """
                                    id:AbCdEf
                                    event:ticket/assigned
                                    data:{"ticketId":"66f0c0ffee0123456789abcd","version":3,"at":"2026-01-31T08:15:30.123Z"}

                                    """))
    @APIResponse(responseCode = "400", description = "Last-Event-ID is no id of an event of this stream")
    @APIResponse(responseCode = "429", description = "You have too many streams open")
    public void stream(
            @Parameter(description = "The id of the last event, to go on behind it")
                    @HeaderParam(LAST_EVENT_ID)
                    @Nullable
                    String lastEventId,
            @Parameter(hidden = true) @Context SseEventSink sink,
            @Parameter(hidden = true) @Context Sse sse,
            @Parameter(hidden = true) @Context RoutingContext request) {
        Line line = new SseLine(sink, sse, request, ids, json, config.heartbeat());
        streaming.begin(currentCaller.get(), currentCaller.claims(), position(lastEventId), line);
    }

    /** The head alone: a stream for somebody who wants no body would never end. */
    @HEAD
    @Operation(hidden = true)
    public Response head() {
        return Response.ok().type(MediaType.SERVER_SENT_EVENTS).build();
    }

    private Optional<Position> position(@Nullable String lastEventId) {
        if (lastEventId == null || lastEventId.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(ids.read(lastEventId)
                .orElseThrow(() -> new ProblemException(
                        Failure.invalid(LAST_EVENT_ID, "must be the id of an event of this stream"))));
    }
}
