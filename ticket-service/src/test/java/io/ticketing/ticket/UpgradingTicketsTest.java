package io.ticketing.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Priority;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.history.Timeline;
import io.ticketing.web.precondition.IfMatch;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class UpgradingTicketsTest {

    private static final Bson AS_BEFORE = Updates.combine(
            Updates.unset("setByPeople"),
            Updates.unset("timelineLength"),
            Updates.unset("words"),
            Updates.unset("priorityRank"));

    @Inject
    UpgradingTickets upgrading;

    @Inject
    ChangingTickets changing;

    @Inject
    Tickets tickets;

    @Inject
    Timeline timeline;

    private final Person student = Person.student();

    @Test
    void anOlderTicketCanBeReadAtAnyTime() {
        String id = older("Old and readable");

        assertThat(Api.get(Api.GET + id, student).data().path("title").asText()).isEqualTo("Old and readable");
        assertThat(ids("")).containsExactly(id);
    }

    @Test
    void anOlderTicketIsFoundOnceItHasWhatItLacked() {
        String urgent = older("Old and urgent");
        raw().updateOne(Filters.eq("_id", urgent), Updates.set("priority", "HIGH"));
        Api.open(student, "New");
        String calm = older("Old and calm");

        upgrading.upgrade();

        assertThat(ids("?q=old")).containsExactly(calm, urgent);
        assertThat(ids("?q=old&sort=-priority")).containsExactly(urgent, calm);
        assertThat(ids("?priority=high")).containsExactly(urgent);
        Document upgraded = raw().find(Filters.eq("_id", urgent)).first();
        assertThat(upgraded)
                .containsEntry("timelineLength", 0L)
                .containsEntry("priorityRank", 3)
                .containsKey("setByPeople");
        assertThat(upgraded.getList("words", String.class)).contains("old", "and", "urgent", "bug");
    }

    @Test
    void nothingElseOfItChangesAndOthersStayAsTheyAre() {
        String old = older("Old");
        String recent = Api.open(student, "Recent");
        raw().updateOne(
                        Filters.eq("_id", recent),
                        Updates.combine(
                                Updates.set("timelineLength", 7L), Updates.set("setByPeople", List.of("TITLE"))));
        Document before = raw().find(Filters.eq("_id", recent)).first();
        String seenBefore = Api.get(Api.GET + old, student).body();

        upgrading.upgrade();
        upgrading.upgrade();

        assertThat(Api.get(Api.GET + old, student).body()).isEqualTo(seenBefore);
        Document after = raw().find(Filters.eq("_id", recent)).first();
        before.remove("outbox");
        after.remove("outbox");
        assertThat(after).isEqualTo(before);
    }

    @Test
    void severalReplicasUpgradeManyTogether() {
        Document one = raw().find(Filters.eq("_id", older("Many"))).first();
        raw().insertMany(IntStream.range(0, 1_200)
                .mapToObj(number -> {
                    Document copy = new Document(one);
                    copy.put("_id", new ObjectId().toHexString());
                    copy.remove("outbox");
                    return copy;
                })
                .toList());

        AtOnce.run(3, () -> {
            upgrading.upgrade();
            return true;
        });

        Bson lacking = Filters.or(
                Filters.exists("words", false),
                Filters.exists("priorityRank", false),
                Filters.exists("timelineLength", false));
        assertThat(raw().countDocuments(Filters.and(Filters.eq("createdBy", student.id()), lacking)))
                .isZero();
        assertThat(raw().countDocuments(
                                Filters.and(Filters.eq("createdBy", student.id()), Filters.eq("words", "many"))))
                .isEqualTo(1_201);
    }

    @Test
    void aTicketThatIsBeingDeletedStaysEmpty() {
        String id = older("Gone");
        raw().replaceOne(
                        Filters.eq("_id", id),
                        new Document("outbox", new Document("removeWhenEmpty", true).append("facts", List.of())));

        upgrading.upgrade();

        assertThat(raw().find(Filters.eq("_id", id)).first()).isNotNull().doesNotContainKey("words");
        raw().deleteOne(Filters.eq("_id", id));
    }

    @Test
    void anOlderTicketThatChangesGetsWhatItLacks() {
        String id = older("Changing");
        raw().updateOne(Filters.eq("_id", id), Updates.set("priority", Priority.LOW.name()));

        changing.change(id, IfMatch.of(null), ticket -> TicketChange.of(ticket)
                .then(Actor.rule(), null, edit -> edit.title("Changed")));

        Document changed = raw().find(Filters.eq("_id", id)).first();
        assertThat(changed).containsEntry("priorityRank", 1).containsEntry("timelineLength", 1L);
        assertThat(ids("?q=changed")).containsExactly(id);
    }

    private String older(String title) {
        String id = Api.open(student, title);
        raw().updateOne(Filters.eq("_id", id), AS_BEFORE);
        timeline.mongoCollection().deleteMany(Filters.eq("ticketId", id));
        return id;
    }

    private List<String> ids(String query) {
        return StreamSupport.stream(Api.get(Api.LIST + query, student).data().spliterator(), false)
                .map(ticket -> ticket.path("_id").asText())
                .toList();
    }

    private MongoCollection<Document> raw() {
        return tickets.mongoCollection().withDocumentClass(Document.class);
    }
}
