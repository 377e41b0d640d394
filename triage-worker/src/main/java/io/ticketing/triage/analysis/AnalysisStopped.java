package io.ticketing.triage.analysis;

/** The worker stops before the analysis is complete: nothing was found, and nothing may be remembered. */
public final class AnalysisStopped extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Because of that interrupt. */
    public AnalysisStopped(InterruptedException interrupt) {
        super("stopped", interrupt);
    }
}
