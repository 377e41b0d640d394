package io.ticketing.triage.analysis.gemini;

import jakarta.ws.rs.core.Response.Status;
import java.io.IOException;
import java.time.Duration;

/** Gemini is too busy for the call (429), or away (503), and says for how long. */
final class WaitFirst extends IOException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final Duration delay;

    WaitFirst(int status, Duration delay) {
        super(Integer.toString(status));
        this.status = status;
        this.delay = delay;
    }

    GeminiOutcome outcome() {
        return status == Status.TOO_MANY_REQUESTS.getStatusCode()
                ? new GeminiOutcome.RateLimited(delay)
                : new GeminiOutcome.ServerFailed(delay);
    }
}
