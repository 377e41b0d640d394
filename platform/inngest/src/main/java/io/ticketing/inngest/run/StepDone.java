package io.ticketing.inngest.run;

/**
 * Ends the call of a function inside of a step: what comes after it is for the next call. It is no failure and no {@link Exception}, so
 * that a function's {@code catch (Exception)} lets it pass; it has no stack, for it is thrown in each call but the last.
 */
final class StepDone extends Error {

    private static final long serialVersionUID = 1L;

    StepDone() {
        super("A step of an Inngest function ends the call; let it pass", null, false, false);
    }
}
