package io.ticketing.ticket.stream;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.ticketing.ticket.feed.FeedEntryDocument;
import java.time.Instant;

/**
 * The data of an event: what is different now has to be asked for.
 *
 * @param ticketId the ticket
 * @param version its version afterwards
 * @param at when it happened
 */
@RegisterForReflection
record TicketNewsView(String ticketId, long version, Instant at) {

    static TicketNewsView of(FeedEntryDocument entry) {
        return new TicketNewsView(entry.ticketId(), entry.version(), entry.at());
    }
}
