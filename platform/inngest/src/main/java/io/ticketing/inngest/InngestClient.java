package io.ticketing.inngest;

import java.util.List;

/** Sends events to Inngest. Inject it. */
public interface InngestClient {

    /** Whether Inngest is switched on; while it is not, nothing may be sent. */
    boolean isEnabled();

    /**
     * Sends the events, all or none, and returns when the server has them. Give them ids: then a repeat after a doubtful end is harmless.
     *
     * @return the server's receipts, in the order of the events; a repeat gets new ones
     * @throws SendFailedException.Refused when the server will never take them so
     * @throws SendFailedException.Unavailable when it may take them later
     * @throws IllegalStateException when Inngest is switched off
     */
    List<String> send(Event... events);
}
