package io.ticketing.ticket;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import io.ticketing.ticket.history.Timeline;
import io.ticketing.ticket.history.TimelineEntryDocument;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What the database holds of a ticket, for tests that have to look behind the API or to put a ticket into a state. */
@ApplicationScoped
public class Records {

    private final Tickets tickets;
    private final Timeline timeline;

    Records(Tickets tickets, Timeline timeline) {
        this.tickets = tickets;
        this.timeline = timeline;
    }

    public TicketDocument ticket(String id) {
        return Objects.requireNonNull(tickets.findById(id), id);
    }

    public boolean isGone(String id) {
        return tickets.findById(id) == null;
    }

    /** As if it had always been so. */
    public void set(String id, String field, Object value) {
        tickets.mongoCollection().updateOne(eq("_id", id), Updates.set(field, value));
    }

    public List<TimelineEntryDocument> timeline(String id) {
        return timeline.mongoCollection()
                .find(eq("ticketId", id))
                .sort(Sorts.ascending("number"))
                .into(new ArrayList<>());
    }

    /** One line for each entry: who by kind, what, to which field, from what, to what. */
    public List<String> story(String id) {
        return timeline(id).stream().map(Records::line).toList();
    }

    private static String line(TimelineEntryDocument entry) {
        List<Object> words = new ArrayList<>(
                List.of(entry.by().kind().wireName(), entry.action().name().toLowerCase(Locale.ROOT)));
        if (entry.field() != null) {
            words.add(entry.field().wireName());
            words.add(entry.from() == null ? "-" : entry.from().plain());
            words.add(entry.to() == null ? "-" : entry.to().plain());
        }
        return String.join(" ", words.stream().map(Object::toString).toList());
    }
}
