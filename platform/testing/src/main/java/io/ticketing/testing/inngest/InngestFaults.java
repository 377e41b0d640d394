package io.ticketing.testing.inngest;

/**
 * How the double misbehaves.
 *
 * @param away refuses everything with 503 and calls nobody; what is under way waits
 * @param twice how likely a call is delivered twice, both at once: 0 to 1
 * @param lost how likely an answer is lost, so that the call counts as timed out: 0 to 1
 * @param keepsState leaves events and state out of calls, so that they have to be fetched ({@code use_api})
 */
public record InngestFaults(boolean away, double twice, double lost, boolean keepsState) {

    /** It works. */
    public static final InngestFaults NONE = new InngestFaults(false, 0, 0, false);

    /** It is away. */
    public static final InngestFaults AWAY = new InngestFaults(true, 0, 0, false);
}
