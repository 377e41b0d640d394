package io.ticketing.ticket.stream;

import java.util.List;

/** What a look at that what was missed has brought. */
sealed interface MissedPart {

    /** All that is for the client up to a place; it may be nothing. */
    record Read(List<Signal.News> news, Position upTo) implements MissedPart {}

    /** What was missed is not known any more. */
    record Unknown() implements MissedPart {}
}
