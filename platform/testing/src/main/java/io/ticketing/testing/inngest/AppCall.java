package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** One call of an application, and what came of it. */
final class AppCall {
    private final HttpClient http;
    private final InngestOptions options;

    AppCall(HttpClient http, InngestOptions options) {
        this.http = http;
        this.options = options;
    }

    /** What came of a call. */
    record Outcome(int status, JsonNode body, boolean noRetry, Optional<Duration> retryAfter) {
        private static final Duration SOONEST = Duration.ofSeconds(1);
        private static final Duration LATEST = Duration.ofHours(24);

        static Outcome failed(String name, String message) {
            ObjectNode error = Wire.object().put("name", name).put("message", message);
            return new Outcome(0, error.put("stack", ""), false, Optional.empty());
        }

        private static Outcome of(HttpResponse<byte[]> response) {
            if (response.headers().firstValue("x-inngest-sdk").isEmpty()) {
                return failed("Error", "The answer, " + response.statusCode() + ", is not one of an Inngest SDK");
            }
            return new Outcome(
                    response.statusCode(),
                    Wire.parse(response.body()),
                    response.headers()
                            .firstValue("x-inngest-no-retry")
                            .orElse("")
                            .equals("true"),
                    response.headers().firstValue("retry-after").flatMap(Outcome::duration));
        }

        private static Optional<Duration> duration(String text) {
            try {
                Duration asked = text.matches("\\d+")
                        ? Duration.ofSeconds(Long.parseLong(text))
                        : Duration.between(Instant.now(), Instant.parse(text));
                Duration late = asked.compareTo(SOONEST) < 0 ? SOONEST : asked;
                return Optional.of(late.compareTo(LATEST) > 0 ? LATEST : late);
            } catch (DateTimeParseException unreadable) {
                return Optional.empty();
            }
        }
    }

    /** Calls a function. */
    Outcome post(RunState run, byte[] body) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(run.function().url())
                .header("X-Run-Id", run.id())
                .header("X-Inngest-Req-Version", "2")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        return send(request, body);
    }

    /** Asks an application to register. */
    Outcome put(URI url) throws InterruptedException {
        byte[] body = Wire.bytes(Wire.object().put("url", url.toString()));
        return send(HttpRequest.newBuilder(url).PUT(HttpRequest.BodyPublishers.ofByteArray(body)), body);
    }

    private Outcome send(HttpRequest.Builder request, byte[] body) throws InterruptedException {
        request.header("Content-Type", "application/json")
                .header("X-Inngest-Server-Kind", options.signingKey() == null ? "dev" : "cloud")
                .timeout(options.callTimeout());
        if (options.signingKey() != null) {
            long now = Instant.now().getEpochSecond();
            request.header("X-Inngest-Signature", Wire.signature(options.signingKey(), body, now));
        }
        try {
            return Outcome.of(http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException unreached) {
            return Outcome.failed(
                    "Error",
                    "The application was not reached: " + unreached.getClass().getSimpleName());
        }
    }
}
