package io.ticketing.triage.desk;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;

import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.ticketing.events.ActorKind;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketChanged;
import io.ticketing.events.TicketDeleted;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TicketUnassigned;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;

/**
 * The tickets' cases, in the collection {@code cases}. A fact counts once, however often it comes, and only if nothing later was told of the same:
 * a dead letter that is tried again comes late. None counts any more once the ticket is deleted: its case stays, so that a fact that comes again
 * begins nothing anew.
 */
public final class TicketCases {

    private static final int REMEMBERED = 64;
    private static final int DUPLICATE_KEY = 11000;
    /** The sequences of the facts that said last who has the ticket, where it stands, and what it needs. */
    private static final String ASSIGNEE_SAID_AT = "assigneeSaidAt";

    private static final String STATUS_SAID_AT = "statusSaidAt";
    private static final String NEED_SAID_AT = "needSaidAt";
    /** What says in the API how urgent a ticket is and what it takes says so in its case. */
    private static final String PRIORITY = "priority";

    private static final String RELATED_SKILLS = "relatedSkills";

    private final MongoCollection<CaseDocument> cases;

    /** The cases in that collection. */
    public TicketCases(MongoCollection<CaseDocument> cases) {
        this.cases = cases;
    }

    /** What was told of the ticket, if anything was. */
    public Optional<CaseDocument> find(String ticketId) {
        return Optional.ofNullable(cases.find(eq("_id", ticketId)).first());
    }

    /** Whether nobody has to work on the ticket any more, by what was told of it. */
    public boolean isOver(String ticketId) {
        return find(ticketId).filter(known -> !known.isOpen()).isPresent();
    }

    /** Whether the ticket is gone. */
    public boolean isDeleted(String ticketId) {
        return find(ticketId).filter(CaseDocument::isDeleted).isPresent();
    }

    /** Makes the index behind the list of tickets that nobody has; harmless when it is there. */
    public void ensureIndex() {
        cases.createIndex(Indexes.ascending("assigneeId", "deleted", "status"));
    }

    /** From now on there is a case, if there was none. */
    public void open(String ticketId) {
        cases.updateOne(
                eq("_id", ticketId), Updates.setOnInsert("handled", List.of()), new UpdateOptions().upsert(true));
    }

    /** Closes the case for good, whatever is told of the ticket again. */
    void close(TicketDeleted deleted) {
        cases.updateOne(
                eq("_id", deleted.ticketId()),
                Updates.combine(
                        Updates.set("deleted", true),
                        Updates.set("handled", List.of()),
                        Updates.unset("status"),
                        Updates.unset("assigneeId"),
                        Updates.unset("withheld"),
                        Updates.unset(PRIORITY),
                        Updates.unset(RELATED_SKILLS)),
                new UpdateOptions().upsert(true));
    }

    /** Enters the fact, and gives the case as it is now. */
    CaseDocument enter(Fact fact, TicketAssigned assigned) {
        Bson given = Updates.combine(Updates.set("assigneeId", assigned.assigneeId()), Updates.unset("withheld"));
        return enter(assigned.ticketId(), fact, ASSIGNEE_SAID_AT, given);
    }

    /** Enters the fact, and gives the case as it is now. */
    CaseDocument enter(Fact fact, TicketStatusChanged changed) {
        return enter(changed.ticketId(), fact, STATUS_SAID_AT, Updates.set("status", changed.to()));
    }

    /** Enters the fact, and gives the case as it is now. */
    CaseDocument enter(Fact fact, TicketUnassigned unassigned) {
        Bson byWhom =
                unassigned.by().kind() == ActorKind.PERSON ? Updates.set("withheld", true) : Updates.unset("withheld");
        return enter(
                unassigned.ticketId(), fact, ASSIGNEE_SAID_AT, Updates.combine(Updates.unset("assigneeId"), byWhom));
    }

    /** Enters what a person has set of how urgent the ticket is and what it takes; says whether there is any of it. */
    public boolean enter(Fact fact, TicketChanged changed) {
        if (changed.by().kind() != ActorKind.PERSON) {
            return false;
        }
        List<Bson> set = new ArrayList<>();
        if (changed.fields().contains(PRIORITY)) {
            set.add(Updates.set(PRIORITY, changed.priority()));
        }
        if (changed.fields().contains(RELATED_SKILLS)) {
            set.add(Updates.set(RELATED_SKILLS, changed.relatedSkills()));
        }
        if (!set.isEmpty()) {
            enter(changed.ticketId(), fact, NEED_SAID_AT, Updates.combine(set));
        }
        return !set.isEmpty();
    }

    private CaseDocument enter(String ticketId, Fact fact, String saidAt, Bson effect) {
        String factId = fact.id();
        Bson change = Updates.combine(
                effect,
                Updates.set(saidAt, fact.sequence()),
                Updates.pushEach("handled", List.of(factId), new PushOptions().slice(-REMEMBERED)));
        while (true) {
            try {
                return cases.findOneAndUpdate(
                        and(
                                eq("_id", ticketId),
                                ne("handled", factId),
                                ne("deleted", true),
                                not(gt(saidAt, fact.sequence()))),
                        change,
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
            } catch (MongoCommandException failure) {
                if (failure.getErrorCode() != DUPLICATE_KEY) {
                    throw failure;
                }
                boolean isLate = cases.countDocuments(and(eq("_id", ticketId), gt(saidAt, fact.sequence()))) > 0;
                Optional<CaseDocument> handledBefore = find(ticketId)
                        .filter(known ->
                                isLate || known.isDeleted() || known.handled().contains(factId));
                if (handledBefore.isPresent()) {
                    return handledBefore.get();
                }
            }
        }
    }
}
