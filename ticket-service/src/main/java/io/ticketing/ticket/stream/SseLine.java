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

/** A line of server-sent events. */
final class SseLine implements Line {

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
    SseLine(SseEventSink sink, Sse sse, RoutingContext request, EventIds ids, ObjectMapper json, Duration patience) {
        this.sink = sink;
        this.sse = sse;
        this.request = request;
        this.ids = ids;
        this.json = json;
        this.patience = patience;
    }

    @Override
    public void open(Position position) {
        request.response().putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        sink.send(sse.newEventBuilder()
                .comment("listening")
                .id(ids.write(position))
                .reconnectDelay(RECONNECT_MILLIS)
                .build());
    }

    @Override
    public void tell(Signal.News news) throws InterruptedException, BrokenLineException {
        send(sse.newEventBuilder()
                .id(ids.write(news.position()))
                .name(news.entry().type())
                .data(written(TicketNewsView.of(news.entry())))
                .build());
    }

    @Override
    public void reset(Position position) throws InterruptedException, BrokenLineException {
        send(sse.newEventBuilder()
                .id(ids.write(position))
                .name(RESET)
                .data(written(Map.of("message", WHAT_TO_DO)))
                .build());
    }

    @Override
    public void beat(Optional<Position> position) throws InterruptedException, BrokenLineException {
        OutboundSseEvent.Builder beat = sse.newEventBuilder().comment("heartbeat");
        position.map(ids::write).ifPresent(beat::id);
        send(beat.build());
    }

    @Override
    public void whenEnded(Runnable action) {
        request.addEndHandler(ended -> action.run());
    }

    @Override
    public void close() {
        sink.close();
    }

    @Override
    public void cut() {
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
