package io.ticketing.events;

/** What a Kafka record turned out to be. */
public sealed interface ReadRecord {

    /** A fact that this version understands. */
    record Known(Fact fact) implements ReadRecord {}

    /** The end of a compacted aggregate. */
    record Tombstone(String subject) implements ReadRecord {}

    /** A fact of a kind that this version does not know: to be ignored. */
    record Unknown(String type) implements ReadRecord {}
}
