package io.ticketing.ticket.triage;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.Role;
import io.ticketing.events.TicketStatus;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.mongo.Traces;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.TicketChange;
import io.ticketing.ticket.TicketDocument;
import io.ticketing.ticket.Tickets;
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.history.Timeline;
import io.ticketing.ticket.history.TimelineAction;
import io.ticketing.ticket.history.TimelineValue;
import io.ticketing.ticket.release.ReleasingTickets;
import io.ticketing.web.precondition.IfMatch;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of the tickets of a moderator who is deleted, deactivated or demoted. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class GoneAssigneeTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person ADMIN = Person.admin();

    private final Person ada = Person.moderator();
    private final Person grace = Person.moderator();

    @Inject
    TriagedTickets triaged;

    @Inject
    ReleasingTickets releasing;

    @Inject
    Tickets tickets;

    @Inject
    ChangingTickets changing;

    @Inject
    Timeline timeline;

    @Inject
    Feed feed;

    @Inject
    KnownUsers users;

    @BeforeEach
    void introduce() {
        Bus.introduce(ada, grace);
    }

    @Test
    void theOpenOnesWaitForSomebodyElseAndThatIsTold() throws Exception {
        String open = assigned("Open", ada);
        String resolved = assigned("Resolved", ada);
        set(resolved, TicketStatus.RESOLVED);
        String closed = assigned("Closed", ada);
        set(closed, TicketStatus.CLOSED);
        String hers = assigned("Hers", grace);

        Bus.delete(ada);

        awaitNobodyHas(open);
        JsonNode ticket = ticket(open);
        assertThat(ticket.path("version").asInt()).isEqualTo(3);
        assertThat(ticket.path("status").asText()).isEqualTo("active");
        assertThat(ticket.path("summary").asText()).isEqualTo("The Wi-Fi is down.");
        assertThat(ticket.path("triage").path("state").asText()).isEqualTo("pending");
        assertThat(ticket.path("triage").path("explanation").isNull()).isTrue();
        assertThat(ticket.path("triage").path("reason").asText())
                .isEqualTo("The account of whoever had it was deleted; the ticket waits for somebody else.");
        for (String ended : List.of(resolved, closed)) {
            assertThat(ticket(ended).path("version").asInt()).isEqualTo(2);
            assertThat(ticket(ended).path("assignedTo").toString())
                    .isEqualTo("{\"_id\":\"%s\",\"username\":\"deleted user\",\"email\":null}".formatted(ada.id()));
        }
        assertThat(ticket(hers).path("version").asInt()).isEqualTo(2);
        List<ConsumerRecord<String, byte[]>> facts = Bus.factsOf(open, 5);
        assertThat(facts)
                .extracting(fact -> Bus.header(fact, "ce_type") + " " + Bus.header(fact, "ce_sequence"))
                .containsExactly(
                        "ticket/created 1",
                        "ticket/changed 2",
                        "ticket/assigned 2",
                        "ticket/unassigned 3",
                        "ticket/changed 3");
        ConsumerRecord<String, byte[]> unassigned = facts.get(3);
        assertThat(Bus.fields(unassigned)).isEqualTo(Bus.goldenFields("ticket-unassigned"));
        assertThat(JSON.readTree(unassigned.value())).isEqualTo(JSON.readTree("""
                {"ticketId":"%s","assigneeId":"%s","by":{"kind":"rule","id":null}}""".formatted(open, ada.id())));
    }

    @Test
    void thoseOfWhoeverIsDeactivatedWaitForSomebodyElse() {
        String open = assigned("Deactivated", ada);
        String closed = assigned("Closed before", ada);
        set(closed, TicketStatus.CLOSED);

        Bus.send(ada.inactive().atVersion(2).fact());

        awaitNobodyHas(open);
        assertThat(reasonOf(open))
                .isEqualTo("The account of whoever had it was deactivated; the ticket waits for somebody else.");
        assertThat(ticket(closed).path("assignedTo").path("_id").asText()).isEqualTo(ada.id());
    }

    @Test
    void thoseOfWhoeverIsDemotedWaitForSomebodyElse() {
        String open = assigned("Demoted", ada);

        Bus.send(ada.as(Role.STUDENT).atVersion(2).fact());

        awaitNobodyHas(open);
        assertThat(reasonOf(open)).isEqualTo("Whoever had it is no longer staff; the ticket waits for somebody else.");
    }

    @Test
    void whoeverMayStillWorkKeepsHis() {
        String id = assigned("Kept", ada);

        Bus.introduce(ada.as(Role.ADMIN).named("ada-the-admin-" + ada.id()).atVersion(2));

        assertThat(ticket(id).path("assignedTo").path("_id").asText()).isEqualTo(ada.id());
        assertThat(ticket(id).path("version").asInt()).isEqualTo(2);
    }

    @Test
    void whatADeathLeftUndoneIsDoneWhenTheDeactivationIsToldAgain() {
        Fact deactivated = ada.inactive().atVersion(2).fact();
        Bus.send(deactivated);
        eventually(() -> assertThat(users.hindrance(ada.id())).isPresent());
        String id = assigned("Left", grace);
        tickets.mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("assignedTo", ada.id()));

        Bus.send(deactivated);

        awaitNobodyHas(id);
    }

    @Test
    void whoWasDeactivatedGetsNoTicketHoweverLateThatIsHeard() {
        Bus.send(ada.inactive().atVersion(2).fact());
        eventually(() -> assertThat(users.hindrance(ada.id())).isPresent());
        String id = Api.open(STUDENT, "Late");

        Bus.send(new News(id).completed(ada.id()));
        awaitVersion(id, 2);

        assertThat(ticket(id).path("assignedTo").isNull()).isTrue();
        Bus.send(new News(id).completed(grace.id()));
        awaitVersion(id, 3);
        assertThat(ticket(id).path("assignedTo").path("_id").asText()).isEqualTo(grace.id());
    }

    @Test
    void whatAPersonHadDecidedDoesNotKeepTheTicketFromSomebodyElse() {
        String id = assigned("By hand", grace);
        changing.change(id, IfMatch.of(null), ticket -> TicketChange.of(ticket)
                .then(Actor.person(ADMIN.id()), null, edit -> edit.assignedTo(ada.id())));
        Bus.delete(ada);
        awaitNobodyHas(id);

        Bus.send(new News(id).completed(grace.id()));

        eventually(() ->
                assertThat(ticket(id).path("assignedTo").path("_id").asText()).isEqualTo(grace.id()));
    }

    @Test
    void theTimelineSaysWhoTookItFromWhomAndWhy() {
        String id = assigned("Why", ada);

        Bus.delete(ada);
        awaitNobodyHas(id);

        assertThat(timeline.list("ticketId", id))
                .filteredOn(entry -> entry.action() == TimelineAction.UNASSIGNED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.by()).isEqualTo(Actor.rule());
                    assertThat(entry.from()).isEqualTo(TimelineValue.of(ada.id()));
                    assertThat(entry.reason()).contains("deleted");
                });
    }

    @Test
    void theSameRunGoesOnWithSomebodyElse() {
        String id = assigned("Again", ada);
        Bus.delete(ada);
        awaitNobodyHas(id);

        Bus.send(new News(id).queued("All are away."));
        awaitVersion(id, 4);
        assertThat(ticket(id).path("triage").path("reason").asText()).isEqualTo("All are away.");
        Bus.send(new News(id).completed(grace.id()));

        eventually(() ->
                assertThat(ticket(id).path("assignedTo").path("_id").asText()).isEqualTo(grace.id()));
        assertThat(Bus.factsOf(id, 8))
                .extracting(fact -> Bus.header(fact, "ce_type"))
                .filteredOn(type -> !type.equals("ticket/changed"))
                .containsExactly("ticket/created", "ticket/assigned", "ticket/unassigned", "ticket/assigned");
    }

    @Test
    void aDeletionThatIsToldAgainChangesNothing() {
        String id = assigned("Once", ada);
        Bus.delete(ada);
        awaitNobodyHas(id);
        Bus.send(new News(id).completed(grace.id()));
        awaitVersion(id, 4);

        Bus.delete(ada, ada);
        Bus.introduce(Person.student());

        assertThat(ticket(id).path("version").asInt()).isEqualTo(4);
        assertThat(Bus.factsOf(id, 7)).hasSize(7);
    }

    @Test
    void whatADeathLeftUndoneIsDoneWhenTheDeletionIsToldAgain() {
        Bus.delete(ada);
        eventually(() -> assertThat(users.isGone(ada.id())).isTrue());
        String id = assigned("Left", grace);
        tickets.mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("assignedTo", ada.id()));

        Bus.delete(ada);

        awaitNobodyHas(id);
    }

    @Test
    void aDeletionWhileTheDatabaseIsAwayIsNotLost() {
        String id = assigned("Patience", ada);
        RealMongo mongo = MongoResource.mongo();

        mongo.kill();
        try {
            Bus.delete(ada);
        } finally {
            mongo.restart();
        }

        eventually(
                Duration.ofSeconds(30),
                () -> assertThat(ticket(id).path("assignedTo").isNull()).isTrue());
    }

    @Test
    void whoIsGoneGetsNoTicketHoweverLateThatIsHeard() {
        Bus.delete(ada);
        eventually(() -> assertThat(users.isGone(ada.id())).isTrue());
        String id = Api.open(STUDENT, "Late");
        Fact completed = new News(id).completed(ada.id());

        Bus.send(completed, completed);
        awaitVersion(id, 2);

        assertThat(ticket(id).path("assignedTo").isNull()).isTrue();
        assertThat(ticket(id).path("priority").asText()).isEqualTo("high");
        Bus.send(new News(id).completed(grace.id()));
        awaitVersion(id, 3);
        assertThat(Bus.factsOf(id, 5))
                .extracting(fact -> Bus.header(fact, "ce_type") + " " + Bus.header(fact, "ce_sequence"))
                .containsExactly(
                        "ticket/created 1",
                        "ticket/changed 2",
                        "ticket/unassigned 2",
                        "ticket/changed 3",
                        "ticket/assigned 3");
        assertThat(feed.mongoCollection()
                        .find(Filters.and(Filters.eq("ticketId", id), Filters.eq("type", "ticket/unassigned"))))
                .singleElement()
                .satisfies(entry -> assertThat(entry.staffOnly()).isTrue());
    }

    @Test
    void whoIsDeletedWhileTheTicketIsWrittenDoesNotKeepIt() {
        String id = Api.open(STUDENT, "At that moment");
        Fact completed = new News(id).completed(ada.id());
        Bus.send(completed);
        awaitVersion(id, 2);
        // As if his tickets had been released just before this one was written, and the service had died behind that.
        MongoResource.mongo()
                .client()
                .getDatabase("tickets")
                .getCollection("known-users")
                .replaceOne(Filters.eq("_id", ada.id()), new Document("sequence", Long.MAX_VALUE).append("gone", true));

        Bus.send(completed);

        awaitNobodyHas(id);
    }

    @Test
    void ofHundredsNoneIsForgottenNorReleasedTwiceByReplicas() {
        TicketDocument one = tickets.findById(assigned("One of many", ada));
        List<String> many =
                Stream.generate(() -> new ObjectId().toHexString()).limit(250).toList();
        tickets.mongoCollection()
                .insertMany(many.stream().map(id -> copy(one, id)).toList());

        users.forget(ada.id());

        AtOnce.run(3, () -> {
            releasing.releaseIfHindered(ada.id());
            return true;
        });

        assertThat(tickets.mongoCollection().find(Filters.in("_id", many))).allSatisfy(ticket -> {
            assertThat(ticket.assignedTo()).isNull();
            assertThat(ticket.version()).isEqualTo(3);
        });
        assertThat(tickets.count("assignedTo", ada.id())).isZero();
    }

    @Test
    void nothingOfThemIsKeptButTheirIds() {
        String id = assigned("Traces", ada);

        Bus.delete(ada);
        awaitNobodyHas(id);

        assertThat(Traces.of(MongoResource.mongo().client().getDatabase("tickets"), ada.username(), ada.email()))
                .isEmpty();
    }

    private static String assigned(String title, Person assignee) {
        String id = Api.open(STUDENT, title);
        Bus.send(new News(id).completed(assignee.id()));
        awaitVersion(id, 2);
        return id;
    }

    private static TicketDocument copy(TicketDocument one, String id) {
        return new TicketDocument(
                id,
                one.title(),
                one.description(),
                one.hashtags(),
                one.status(),
                one.priority(),
                one.createdBy(),
                one.assignedTo(),
                one.summary(),
                one.helpfulNotes(),
                one.relatedSkills(),
                one.triage(),
                one.setByPeople(),
                one.createdAt(),
                one.updatedAt(),
                one.version(),
                one.timelineLength(),
                one.words(),
                one.priorityRank(),
                List.of(),
                null);
    }

    private void set(String id, TicketStatus status) {
        tickets.mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("status", status));
    }

    private static void awaitNobodyHas(String id) {
        eventually(() -> assertThat(ticket(id).path("assignedTo").isNull()).isTrue());
    }

    private static void awaitVersion(String id, int version) {
        eventually(() -> assertThat(ticket(id).path("version").asInt()).isEqualTo(version));
    }

    private static String reasonOf(String id) {
        return ticket(id).path("triage").path("reason").asText();
    }

    private static JsonNode ticket(String id) {
        return Api.get(Api.GET + id, ADMIN).data();
    }
}
