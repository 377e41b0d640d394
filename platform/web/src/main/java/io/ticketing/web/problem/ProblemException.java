package io.ticketing.web.problem;

/** Ends a request with a failure. For what a caller did wrong; not for outcomes that the domain expects. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public ProblemException(Failure failure) {
        super(failure.detail(), null, false, false);
        this.failure = failure;
    }

    /** What the caller is told. */
    public Failure failure() {
        return failure;
    }
}
