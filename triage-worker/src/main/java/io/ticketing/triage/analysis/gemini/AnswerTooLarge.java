package io.ticketing.triage.analysis.gemini;

import java.io.IOException;

/** An answer that is larger than any that keeps to the list. */
final class AnswerTooLarge extends IOException {

    private static final long serialVersionUID = 1L;

    AnswerTooLarge() {
        super("too large");
    }
}
