package io.ticketing.triage.analysis.gemini;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientResponseContext;
import jakarta.ws.rs.client.ClientResponseFilter;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;

/** Looks at what the client library hides: how long to wait after 429, and the size of an answer, told beforehand or not. */
final class AnswerFilter implements ClientResponseFilter {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int MAX_BYTES = 2 * 1024 * 1024;
    private static final Pattern SECONDS = Pattern.compile("\\d{1,6}");

    @Override
    public void filter(ClientRequestContext request, ClientResponseContext response) throws IOException {
        String retryAfter = response.getHeaderString("Retry-After");
        if (response.getStatus() == TOO_MANY_REQUESTS
                && retryAfter != null
                && SECONDS.matcher(retryAfter).matches()) {
            throw new WaitFirst(Duration.ofSeconds(Long.parseLong(retryAfter)));
        }
        if (response.getLength() > MAX_BYTES) {
            throw new AnswerTooLarge();
        }
        if (response.hasEntity()) {
            response.setEntityStream(new LimitedStream(response.getEntityStream(), MAX_BYTES));
        }
    }
}
