package io.ticketing.ticket.stream;

import io.ticketing.ticket.feed.FeedEntryDocument;

/** Something that a replica sees happen in the database. */
sealed interface Change {

    /** Where it is among all changes. */
    Position position();

    /** A fact about a ticket. */
    record Told(Position position, FeedEntryDocument entry) implements Change {}

    /** What is known of a user may be different now. */
    record StandingChanged(Position position, String userId) implements Change {}
}
