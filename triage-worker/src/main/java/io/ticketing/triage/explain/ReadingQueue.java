package io.ticketing.triage.explain;

import io.ticketing.triage.run.TriageConfig;
import io.ticketing.web.list.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Shows what waits, page by page. */
@ApplicationScoped
class ReadingQueue {

    private final WaitingRuns waiting;
    private final TriageConfig config;

    ReadingQueue(WaitingRuns waiting, TriageConfig config) {
        this.waiting = waiting;
        this.config = config;
    }

    /** The first ones, or those behind that place. */
    Page<QueuedTicketView> page(Optional<QueuePlace> after, int limit) {
        Page<WaitingRunDocument> found = Page.of(waiting.inOrder(after, limit + 1), limit, last -> QueuePlace.of(last)
                .cursor());
        List<QueuedTicketView> views = found.entries().stream()
                .map(run -> QueuedTicketView.of(run, config.maxWait()))
                .toList();
        return new Page<>(views, found.nextCursor());
    }
}
