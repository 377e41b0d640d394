package io.ticketing.triage.desk;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/** The tickets' cases, in the collection {@code cases}. A fact counts once, however often it comes. */
public final class TicketCases {

    private static final int REMEMBERED = 64;
    private static final int DUPLICATE_KEY = 11000;

    private final MongoCollection<CaseDocument> cases;

    /** The cases in that collection. */
    public TicketCases(MongoCollection<CaseDocument> cases) {
        this.cases = cases;
    }

    /** Who has the ticket by what was told of it, as long as it is open. */
    public Optional<String> assignee(String ticketId) {
        return find(ticketId).filter(CaseDocument::isOpen).map(CaseDocument::assigneeId);
    }

    /** Whether nobody has to work on the ticket any more, by what was told of it. */
    public boolean isOver(String ticketId) {
        return find(ticketId).filter(known -> !known.isOpen()).isPresent();
    }

    /** Enters the fact, and gives the case as it is now. */
    CaseDocument enter(Fact fact, TicketAssigned assigned) {
        return enter(assigned.ticketId(), fact.id(), Updates.set("assigneeId", assigned.assigneeId()));
    }

    /** Enters the fact, and gives the case as it is now. */
    CaseDocument enter(Fact fact, TicketStatusChanged changed) {
        return enter(changed.ticketId(), fact.id(), Updates.set("status", changed.to()));
    }

    /** Enters the fact, and gives the case as it is now. */
    CaseDocument enter(Fact fact, TicketUnassigned unassigned) {
        return enter(unassigned.ticketId(), fact.id(), Updates.unset("assigneeId"));
    }

    private CaseDocument enter(String ticketId, String factId, Bson effect) {
        Bson change = Updates.combine(
                effect, Updates.pushEach("handled", List.of(factId), new PushOptions().slice(-REMEMBERED)));
        while (true) {
            try {
                return cases.findOneAndUpdate(
                        and(eq("_id", ticketId), ne("handled", factId)),
                        change,
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            } catch (MongoCommandException failure) {
                if (failure.getErrorCode() != DUPLICATE_KEY) {
                    throw failure;
                }
                Optional<CaseDocument> handledBefore =
                        find(ticketId).filter(known -> known.handled().contains(factId));
                if (handledBefore.isPresent()) {
                    return handledBefore.get();
                }
            }
        }
    }

    private Optional<CaseDocument> find(String ticketId) {
        return Optional.ofNullable(cases.find(eq("_id", ticketId)).first());
    }
}
