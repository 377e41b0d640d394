package io.ticketing.testing.gemini;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The wire: checks the call as Google does, remembers it, and answers in the mood of the moment. */
final class GeminiWire implements HttpHandler {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration LATE = Duration.ofSeconds(2);
    private static final Duration BETWEEN_DROPS = Duration.ofMillis(500);
    private static final Pattern PATH = Pattern.compile("(?:/v1(?:beta)?)?/models/([\\w.-]+):generateContent");

    private final String apiKey;
    private final List<GeminiCall> calls = new CopyOnWriteArrayList<>();
    private final Queue<GeminiMood> planned = new ConcurrentLinkedQueue<>();
    private final Queue<String> sayings = new ConcurrentLinkedQueue<>();
    private final Map<String, GeminiMood> moods = new ConcurrentHashMap<>();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile GeminiMood mood = GeminiMood.HEALTHY;
    private volatile RandomFaults faults = RandomFaults.NONE;
    private volatile Duration slowness = LATE;
    private volatile CountDownLatch moodEnds = new CountDownLatch(1);
    private volatile CountDownLatch held = new CountDownLatch(0);

    GeminiWire(String apiKey) {
        this.apiKey = apiKey;
    }

    void mood(GeminiMood next) {
        mood = next;
        endMood();
    }

    void mood(String model, GeminiMood next) {
        moods.put(model, next);
        endMood();
    }

    void slowness(Duration late) {
        slowness = late;
    }

    void faults(RandomFaults next) {
        faults = next;
    }

    void next(List<GeminiMood> moods) {
        planned.addAll(moods);
    }

    void nextSays(String text) {
        sayings.add(text);
    }

    List<GeminiCall> calls() {
        return List.copyOf(calls);
    }

    int underWay() {
        return underWay.get();
    }

    void hold() {
        held = new CountDownLatch(1);
    }

    void letGo() {
        held.countDown();
    }

    void reset() {
        letGo();
        planned.clear();
        moods.clear();
        sayings.clear();
        calls.clear();
        faults = RandomFaults.NONE;
        slowness = LATE;
        mood(GeminiMood.HEALTHY);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        CountDownLatch ends = moodEnds;
        underWay.incrementAndGet();
        try (exchange) {
            Matcher path = PATH.matcher(exchange.getRequestURI().getPath());
            byte[] body = exchange.getRequestBody().readAllBytes();
            if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
                send(exchange, GeminiAnswer.error(404, "NOT_FOUND", "No such model or method."));
                return;
            }
            String key = Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-goog-api-key"))
                    .orElse("");
            serve(exchange, path.group(1), key, body, ends);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            underWay.decrementAndGet();
        }
    }

    private void serve(HttpExchange exchange, String model, String key, byte[] body, CountDownLatch ends)
            throws IOException, InterruptedException {
        JsonNode request;
        try {
            request = JSON.readTree(body);
        } catch (JsonProcessingException malformed) {
            send(exchange, GeminiAnswer.error(400, "INVALID_ARGUMENT", "Invalid JSON payload received."));
            return;
        }
        GeminiCall call = new GeminiCall(model, key, request);
        calls.add(call);
        if (!key.equals(apiKey)) {
            send(exchange, Answering.invalidKey());
        } else if (call.prompt().isBlank()) {
            send(exchange, GeminiAnswer.error(400, "INVALID_ARGUMENT", "contents is not specified"));
        } else {
            answer(exchange, call, ends);
        }
    }

    private void answer(HttpExchange exchange, GeminiCall call, CountDownLatch ends)
            throws IOException, InterruptedException {
        held.await();
        GeminiMood now = Optional.ofNullable(planned.poll())
                .or(() -> faults.of(call))
                .orElseGet(() -> moods.getOrDefault(call.model(), mood));
        switch (now) {
            case DOWN -> exchange.close();
            case SILENT -> ends.await();
            case SLOW -> {
                if (!ends.await(slowness.toMillis(), TimeUnit.MILLISECONDS)) {
                    send(exchange, Answering.answer(now, call));
                }
            }
            case TRICKLING -> trickle(exchange, Answering.answer(now, call), ends);
            case HEALTHY -> {
                String saying = sayings.poll();
                send(
                        exchange,
                        saying == null ? Answering.answer(now, call) : GeminiAnswer.saying(saying, "STOP", call));
            }
            default -> send(exchange, Answering.answer(now, call));
        }
    }

    /** Until the mood ends, or the caller has had enough. */
    private static void trickle(HttpExchange exchange, GeminiAnswer answer, CountDownLatch ends)
            throws IOException, InterruptedException {
        open(exchange, answer);
        for (byte drop : answer.body()) {
            exchange.getResponseBody().write(drop);
            exchange.getResponseBody().flush();
            if (ends.await(BETWEEN_DROPS.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
        }
    }

    private void endMood() {
        CountDownLatch ended = moodEnds;
        moodEnds = new CountDownLatch(1);
        ended.countDown();
    }

    private static void send(HttpExchange exchange, GeminiAnswer answer) throws IOException {
        open(exchange, answer);
        exchange.getResponseBody().write(answer.body());
    }

    private static void open(HttpExchange exchange, GeminiAnswer answer) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(answer.status(), answer.body().length);
    }
}
