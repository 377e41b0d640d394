package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the stream that reads on as fast as it can; once it is there it knows where it began. */
final class Listener implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpResponse<InputStream> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final List<String> comments = new CopyOnWriteArrayList<>();
    private final AtomicReference<String> lastId = new AtomicReference<>("");
    private final Thread reader;

    private Listener(HttpRequest request) throws IOException, InterruptedException {
        this.response = client.send(request, BodyHandlers.ofInputStream());
        this.reader = Thread.ofVirtual().start(this::read);
        if (response.statusCode() == 200) {
            eventually(() -> assertThat(lastId.get()).isNotEmpty());
        }
    }

    /** What a client hears. */
    record Event(String id, String type, String text) {
        JsonNode data() {
            try {
                return JSON.readTree(text);
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        String ticketId() {
            return data().path("ticketId").asText();
        }
    }

    static Listener of(Person caller) {
        return open(caller.bearer(), Optional.empty());
    }

    static Listener of(Person caller, String lastEventId) {
        return open(caller.bearer(), Optional.of(lastEventId));
    }

    static Listener open(String authorization, Optional<String> lastEventId) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address()).header("Authorization", authorization);
        lastEventId.ifPresent(id -> request.header("Last-Event-ID", id));
        try {
            return new Listener(request.build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static URI address() {
        return URI.create(ConfigProvider.getConfig().getValue("test.url", String.class) + Api.STREAM);
    }

    int status() {
        return response.statusCode();
    }

    Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    List<String> comments() {
        return List.copyOf(comments);
    }

    /** What a browser would send as Last-Event-ID now. */
    String lastId() {
        return lastId.get();
    }

    boolean isOver() {
        return !reader.isAlive();
    }

    /** Returns once it has heard that of this ticket. */
    Event await(String type, String ticketId) {
        eventually(() -> assertThat(events)
                .anyMatch(event -> event.type().equals(type) && event.ticketId().equals(ticketId)));
        return events.stream()
                .filter(event -> event.type().equals(type) && event.ticketId().equals(ticketId))
                .findFirst()
                .orElseThrow();
    }

    /** Of which tickets it has heard that they were opened, in this order. */
    List<String> opened() {
        return events.stream()
                .filter(event -> event.type().equals("ticket/created"))
                .map(Event::ticketId)
                .toList();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read() {
        try (Scanner blocks = new Scanner(response.body(), StandardCharsets.UTF_8).useDelimiter("\n\n")) {
            while (blocks.hasNext()) {
                take(blocks.next());
            }
        }
    }

    private void take(String block) {
        String type = "";
        String data = null;
        for (String line : block.split("\n")) {
            int colon = line.indexOf(':');
            String value = line.substring(colon + 1).strip();
            switch (line.substring(0, colon)) {
                case "" -> comments.add(value);
                case "id" -> lastId.set(value);
                case "event" -> type = value;
                case "data" -> data = value;
                default -> assertThat(line).startsWith("retry:");
            }
        }
        if (data != null) {
            events.add(new Event(lastId.get(), type, data));
        }
    }
}
