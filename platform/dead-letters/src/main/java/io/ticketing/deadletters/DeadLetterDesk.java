package io.ticketing.deadletters;

import io.ticketing.web.envelope.Envelope;
import io.ticketing.web.envelope.PagedEnvelope;
import io.ticketing.web.list.Page;
import io.ticketing.web.list.QueryParameters;
import io.ticketing.web.list.TimePlace;
import io.ticketing.web.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;

/** What the services' routes for dead letters answer; who may ask is said there. */
@ApplicationScoped
public class DeadLetterDesk {

    private final DeadLetters letters;
    private final ReplayingDeadLetters replaying;

    DeadLetterDesk(DeadLetters letters, ReplayingDeadLetters replaying) {
        this.letters = letters;
        this.replaying = replaying;
    }

    /** One page, newest first; reads {@code limit} and {@code cursor}. */
    public PagedEnvelope<DeadLetterView> list(UriInfo uri) {
        QueryParameters query = new QueryParameters(uri.getQueryParameters());
        int limit = query.limit();
        Optional<TimePlace> after = query.cursor(TimePlace::read);
        Page<DeadLetterDocument> page = Page.of(
                letters.newestFirst(after, limit + 1), limit, last -> new TimePlace(last.at(), last.id()).cursor());
        return PagedEnvelope.ok(
                "The dead letters.",
                page.entries().stream().map(DeadLetterView::of).toList(),
                limit,
                page.nextCursor().orElse(null));
    }

    /**
     * Handles one of them once more; a 200 whatever comes of it.
     *
     * @throws ProblemException 404, 409 or 503
     */
    public Envelope<DeadLetterView> replay(String id) {
        DeadLetterDocument letter = replaying.replay(id);
        String outcome = letter.replayedAt() == null
                ? "It was tried again, and still cannot be handled."
                : "It was tried again, and is handled.";
        return Envelope.ok(outcome, DeadLetterView.of(letter));
    }
}
