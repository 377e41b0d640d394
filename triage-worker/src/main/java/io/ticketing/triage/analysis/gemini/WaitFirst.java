package io.ticketing.triage.analysis.gemini;

import java.io.IOException;
import java.time.Duration;

/** Gemini limits the rate, and says for how long. */
final class WaitFirst extends IOException {

    private static final long serialVersionUID = 1L;

    private final Duration delay;

    WaitFirst(Duration delay) {
        super("429");
        this.delay = delay;
    }

    Duration delay() {
        return delay;
    }
}
