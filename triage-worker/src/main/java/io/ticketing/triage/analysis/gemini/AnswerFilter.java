package io.ticketing.triage.analysis.gemini;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/** Looks at what the client library hides: how long to wait after 429 and 503, and the size of an answer, told beforehand or not. */
final class AnswerFilter implements ClientResponseFilter {

    private static final Set<Integer> PASSING =
            Set.of(Status.TOO_MANY_REQUESTS.getStatusCode(), Status.SERVICE_UNAVAILABLE.getStatusCode());
    private static final int MAX_BYTES = 512 * 1024;

    private final Clock clock;

    AnswerFilter(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        if (PASSING.contains(response.getStatus())) {
            Optional<Duration> told = RetryAfter.of(response.getHeaderString("Retry-After"), clock.instant());
            if (told.isPresent()) {
                throw new WaitFirst(response.getStatus(), told.get());
            }
        }
        if (response.getLength() > MAX_BYTES) {
            throw new AnswerTooLarge();
        }
        if (response.hasEntity()) {
            response.setEntityStream(new LimitedStream(response.getEntityStream(), MAX_BYTES));
        }
    }
}
