package io.ticketing.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Header;
import io.restassured.http.Headers;
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
import java.util.Map;
import java.util.Scanner;
import java.util.concurrent.CopyOnWriteArrayList;

/** An answer that does not end: server-sent events, as they come, until one side hangs up. */
public final class EventStream implements AutoCloseable {
    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Answer answer;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Thread reader;
    private volatile String lastId = "";

    private EventStream(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(request, BodyHandlers.ofInputStream());
        boolean isStream = response.statusCode() == OK;
        this.answer = new Answer(
                response.statusCode(),
                headers(response),
                isStream ? "" : new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
        this.reader = Thread.ofVirtual().unstarted(() -> read(response.body()));
        if (isStream) {
            reader.start();
        }
    }

    /**
     * What is heard.
     *
     * @param id to go on behind it
     * @param type what happened
     * @param data to which ticket
     */
    public record Event(String id, String type, JsonNode data) {
        /** The ticket that it tells of. */
        public String ticketId() {
            return data.path("ticketId").asText();
        }
    }

    static EventStream open(String address, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address));
        headers.forEach(request::header);
        try {
            return new EventStream(request.build());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Status and headers, and the body of a refusal. */
    public Answer answer() {
        return answer;
    }

    /** What was heard so far. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** The types of what was heard of that ticket so far. */
    public List<String> typesOf(String ticketId) {
        return events.stream()
                .filter(event -> event.ticketId().equals(ticketId))
                .map(Event::type)
                .toList();
    }

    /** Where to go on; empty before anything came. */
    public String lastId() {
        return lastId;
    }

    /** Whether the other side has hung up. */
    public boolean isOver() {
        return !reader.isAlive();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private void read(InputStream body) {
        try (Scanner blocks = new Scanner(body, StandardCharsets.UTF_8).useDelimiter("\n\n")) {
            while (blocks.hasNext()) {
                take(blocks.next());
            }
        }
    }

    private void take(String block) {
        String type = "";
        String data = "";
        for (String line : block.split("\n")) {
            String[] parts = line.split(":", 2);
            switch (parts[0]) {
                case "id" -> lastId = parts[1].strip();
                case "event" -> type = parts[1].strip();
                case "data" -> data = parts[1];
                default -> {
                    // A comment, or when to come back.
                }
            }
        }
        if (!data.isEmpty()) {
            events.add(new Event(lastId, type, Json.read(data)));
        }
    }

    private static Headers headers(HttpResponse<?> response) {
        return new Headers(response.headers().map().entrySet().stream()
                .flatMap(header -> header.getValue().stream().map(value -> new Header(header.getKey(), value)))
                .toList());
    }
}
