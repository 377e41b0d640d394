package io.ticketing.ticket.stream;

import java.time.Instant;
import java.util.Optional;

/**
 * Somebody who listens.
 *
 * @param subscription what he waits for
 * @param known up to where he was told before; empty when he begins
 * @param standing whether he may go on
 * @param end when his token is accepted no more
 * @param line the way to him
 */
record Client(Subscription subscription, Optional<Position> known, StandingCheck standing, Instant end, Line line) {}
