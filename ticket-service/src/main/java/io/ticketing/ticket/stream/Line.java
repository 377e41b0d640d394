package io.ticketing.ticket.stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import jakarta.ws.rs.sse.SseEventSink;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The way to one client. Each event waits until the network has taken the one before, so nothing piles up. */
final class Line {

    private static final String RESET = "stream/reset";
    private static final String WHAT_TO_DO = "Some changes cannot be told any more. Read the list of tickets again.";
    private static final long RECONNECT_MILLIS = 1_000;

    private final SseEventSink sink;
    private final Sse sse;
    private final RoutingContext request;
    private final EventIds ids;
    private final ObjectMapper json;
    private final Duration patience;

    /**
     * A line that is not open yet.
     *
     * @param patience how long the client may take to accept an event
     */
    Line(SseEventSink sink, Sse sse, RoutingContext request, EventIds ids, ObjectMapper json, Duration patience) {
        this.sink = sink;
        this.sse = sse;
        this.request = request;
        this.ids = ids;
        this.json = json;
        this.patience = patience;
    }

    /** Sends the head of the answer, and says where the client stands. */
    void open(Position position) {
        request.response().putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        sink.send(sse.newEventBuilder()
                .comment("listening")
                .id(ids.write(position))
                .reconnectDelay(RECONNECT_MILLIS)
                .build());
    }

    /** Tells of a change. */
    void tell(Signal.News news) throws InterruptedException, BrokenLineException {
        send(sse.newEventBuilder()
                .id(ids.write(news.position()))
                .name(news.entry().type())
                .data(written(TicketNewsView.of(news.entry())))
                .build());
    }

    /** Says that up to here not everything was told. */
    void reset(Position position) throws InterruptedException, BrokenLineException {
        send(sse.newEventBuilder()
                .id(ids.write(position))
                .name(RESET)
                .data(written(Map.of("message", WHAT_TO_DO)))
                .build());
    }

    /** Shows that the line is there; and, with a position, that there was nothing up to it. */
    void beat(Optional<Position> position) throws InterruptedException, BrokenLineException {
        OutboundSseEvent.Builder beat = sse.newEventBuilder().comment("heartbeat");
        position.map(ids::write).ifPresent(beat::id);
        send(beat.build());
    }

    /** What is done once the answer has ended, whoever has ended it. */
    void whenEnded(Runnable action) {
        request.addEndHandler(ended -> action.run());
    }

    /** Ends the answer. */
    void close() {
        sink.close();
    }

    /** Ends the connection with what the client has not taken; closing it in peace would wait for him. */
    void cut() {
        if (request.request().version() != HttpVersion.HTTP_2
                && request.request().connection() instanceof ConnectionBase connection) {
            connection.channelHandlerContext().close();
        } else {
            request.response().reset();
        }
    }

    private void send(OutboundSseEvent event) throws InterruptedException, BrokenLineException {
        try {
            sink.send(event).toCompletableFuture().get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException | IllegalStateException broken) {
            throw new BrokenLineException(broken);
        }
    }

    private String written(Object data) {
        try {
            return json.writeValueAsString(data);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
