package io.ticketing.ticket.stream;

import io.ticketing.ticket.feed.FeedEntryDocument;

/** Something that a stream has to do. */
sealed interface Signal {

    /** To tell its client of something that he may know. */
    record News(Position position, FeedEntryDocument entry) implements Signal {}

    /** To tell its client that some of what happened up to there cannot be told any more. */
    record Lost(Position position) implements Signal {}

    /** To look whether its client may still listen. */
    record StandingChanged() implements Signal {}
}
