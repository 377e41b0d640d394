package io.ticketing.inngest;

/** A step has failed for good, or a function that was invoked. A function may catch it and go on; uncaught, it ends the run. */
public final class StepFailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String stepId;
    private final transient RunError error;

    public StepFailedException(String stepId, RunError error) {
        super(error.message(), null, false, false);
        this.stepId = stepId;
        this.error = error;
    }

    /** The step's id, as the function named it. */
    public String stepId() {
        return stepId;
    }

    /** What the last attempt ended with. */
    public RunError error() {
        return error;
    }
}
