package io.ticketing.ticket.timeline;

import io.ticketing.ticket.history.Timeline;
import io.ticketing.ticket.history.TimelineEntryDocument;
import io.ticketing.web.caller.Caller;
import io.ticketing.web.list.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Finds those entries of a timeline that a caller may see. */
@ApplicationScoped
class ReadingTimeline {

    private final Timeline timeline;
    private final TimelineViews views;

    ReadingTimeline(Timeline timeline, TimelineViews views) {
        this.timeline = timeline;
        this.views = views;
    }

    /** The place of an entry, if the caller may know of it. */
    Optional<Long> place(String ticketId, Caller caller, String entryId) {
        return timeline.number(ticketId, caller.isStaff(), entryId);
    }

    /** The entries behind that place, oldest first. */
    Page<TimelineEntryView> page(String ticketId, Caller caller, Optional<Long> behind, int limit) {
        List<TimelineEntryDocument> found = timeline.of(ticketId, caller.isStaff(), behind.orElse(0L), limit + 1);
        return Page.of(views.of(found, caller), limit, TimelineEntryView::id);
    }
}
