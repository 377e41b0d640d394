package io.ticketing.ticket.comment;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Role;
import io.ticketing.events.TicketStatus;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import io.ticketing.ticket.Tickets;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a comment does to a ticket that is over. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ReopeningTest {

    private static final Person ADMIN = Person.admin();

    private final Person student = Person.student();
    private final Person ada = Person.moderator();

    @Inject
    Tickets tickets;

    @Inject
    KnownUsers users;

    @Test
    void theRequesterReopensAResolvedTicketByCommenting() {
        Bus.introduce(ada);
        String id = ticket(TicketStatus.RESOLVED, ada);

        assertThat(Talk.say(student, id, "It broke again.").status()).isEqualTo(201);

        JsonNode ticket = Api.get(Api.GET + id, student).data();
        assertThat(ticket.path("status").asText()).isEqualTo("in-progress");
        assertThat(ticket.path("assignedTo").path("_id").asText()).isEqualTo(ada.id());
        assertThat(ticket.path("version").asInt()).isEqualTo(2);
        assertThat(story(id))
                .contains("person commented null", "person changed status")
                .hasSize(3);
        assertThat(factsOf(id, 3))
                .containsExactlyInAnyOrder("ticket/created 1", "ticket/commented 2", "ticket/status-changed 2");
    }

    @Test
    void aTicketThatNobodyHasIsReopenedAllTheSame() {
        String id = ticket(TicketStatus.RESOLVED, null);

        Talk.say(student, id, "It broke again.");

        assertThat(Api.get(Api.GET + id, student).data().path("status").asText())
                .isEqualTo("in-progress");
    }

    @Test
    void whoeverIsDeletedDoesNotGetItBack() {
        Bus.introduce(ada);
        Bus.delete(ada);
        eventually(() -> assertThat(users.isGone(ada.id())).isTrue());

        assertFreedByReopening();
    }

    @Test
    void whoeverIsInactiveDoesNotGetItBack() {
        Bus.send(ada.inactive().fact());
        eventually(() -> assertThat(users.find(ada.id())).isPresent());

        assertFreedByReopening();
    }

    @Test
    void whoeverIsNoLongerStaffDoesNotGetItBack() {
        Bus.introduce(ada.as(Role.STUDENT));

        assertFreedByReopening();
    }

    @Test
    void staffCommentWithoutReopening() {
        for (TicketStatus over : List.of(TicketStatus.RESOLVED, TicketStatus.CLOSED)) {
            String id = ticket(over, null);

            assertThat(Talk.say(ada, id, "For the record.").status()).isEqualTo(201);
            assertThat(Talk.sayInternally(ada, id, "For our record.").status()).isEqualTo(201);

            assertThat(Api.get(Api.GET + id, student).data().path("status").asText())
                    .isEqualTo(over.wireName());
            assertThat(Talk.bodies(ada, id)).containsExactly("For the record.", "For our record.");
        }
    }

    @Test
    void aClosedTicketIsClosedToItsRequester() {
        String id = ticket(TicketStatus.CLOSED, null);

        Answer answer = Talk.say(student, id, "One more thing.");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(Talk.bodies(ada, id)).isEmpty();
        assertThat(Api.get(Api.GET + id, student).data().path("version").asInt())
                .isEqualTo(1);
        assertThat(story(id)).hasSize(1);
    }

    private void assertFreedByReopening() {
        String id = ticket(TicketStatus.RESOLVED, ada);

        assertThat(Talk.say(student, id, "It broke again.").status()).isEqualTo(201);

        JsonNode ticket = Api.get(Api.GET + id, ADMIN).data();
        JsonNode seen = Api.get(Api.GET + id, student).data();
        assertThat(seen.path("status").asText()).isEqualTo("in-progress");
        assertThat(seen.path("assignedTo").isNull()).isTrue();
        assertThat(seen.path("version").asInt()).isEqualTo(2);
        assertThat(ticket.path("triage").path("state").asText()).isNotEqualTo("done");
        assertThat(story(id)).contains("rule unassigned assignedTo");
        assertThat(factsOf(id, 4))
                .containsExactlyInAnyOrder(
                        "ticket/created 1", "ticket/commented 2", "ticket/status-changed 2", "ticket/unassigned 2");
    }

    private String ticket(TicketStatus status, Person assignee) {
        String id = Api.open(student, "Over");
        tickets.mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("status", status));
        if (assignee != null) {
            tickets.mongoCollection().updateOne(Filters.eq("_id", id), Updates.set("assignedTo", assignee.id()));
        }
        return id;
    }

    private List<String> story(String id) {
        return Talk.all(Talk.timeline(id), student, 100).stream()
                .map(entry -> entry.path("actor").path("kind").asText() + " "
                        + entry.path("action").asText() + " "
                        + entry.path("field").asText("null"))
                .toList();
    }

    private static List<String> factsOf(String id, int count) {
        return Bus.factsOf(id, count).stream()
                .map(fact -> Bus.header(fact, "ce_type") + " " + Bus.header(fact, "ce_sequence"))
                .toList();
    }
}
