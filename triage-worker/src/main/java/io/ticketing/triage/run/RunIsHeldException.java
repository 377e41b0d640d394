package io.ticketing.triage.run;

/** Somebody else works on this run, or will in a moment; the same question later has an answer. */
public final class RunIsHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RunIsHeldException() {
        super("another worker has this run in hand");
    }
}
