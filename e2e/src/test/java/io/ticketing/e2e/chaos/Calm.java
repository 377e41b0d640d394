package io.ticketing.e2e.chaos;

import io.ticketing.e2e.people.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * After the last fault a ticket may stand still for so long and no longer. One that waits for a moderator waits for people, and in a line: there it is
 * the line that may not stand still.
 */
final class Calm {
    private final Duration longest;
    private final Map<String, Instant> since = new HashMap<>();
    private long waiting = Long.MAX_VALUE;
    private Instant lineMoved;

    Calm(Duration longest, Instant lastFault) {
        this.longest = longest;
        this.lineMoved = lastFault;
    }

    /** Those of the unfinished tickets that have stood still for too long. */
    List<Ticket> brokenBy(List<Ticket> unfinished, Instant now) {
        Map<Boolean, List<Ticket>> byWaiting = unfinished.stream()
                .collect(
                        Collectors.partitioningBy(ticket -> ticket.triageState().equals("queued")));
        List<Ticket> line = byWaiting.getOrDefault(true, List.of());
        if (line.size() != waiting) {
            waiting = line.size();
            lineMoved = now;
        }
        Map<String, Ticket> underWay = byWaiting.getOrDefault(false, List.of()).stream()
                .collect(Collectors.toMap(ticket -> ticket.id() + ticket.triageState(), Function.identity()));
        since.keySet().retainAll(underWay.keySet());
        underWay.keySet().forEach(state -> since.putIfAbsent(state, now));
        if (!line.isEmpty() && isTooLong(lineMoved, now)) {
            return line;
        }
        return underWay.entrySet().stream()
                .filter(ticket -> isTooLong(since.getOrDefault(ticket.getKey(), now), now))
                .map(Map.Entry::getValue)
                .toList();
    }

    private boolean isTooLong(Instant since, Instant now) {
        return since.plus(longest).isBefore(now);
    }
}
