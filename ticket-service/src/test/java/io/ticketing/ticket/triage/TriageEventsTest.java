package io.ticketing.ticket.triage;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Fact;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Tickets;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class TriageEventsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person ADMIN = Person.admin();
    private static final Person MODERATOR = Person.moderator();

    @Inject
    TriagedTickets triaged;

    @Inject
    Tickets tickets;

    @Test
    void aTicketFollowsItsRunAndTellsOfIt() throws Exception {
        Bus.introduce(MODERATOR);
        String id = Api.open(STUDENT, "Wi-Fi");
        News news = new News(id);

        Bus.send(news.started());
        awaitVersion(id, 2);
        assertThat(Api.get(Api.GET + id, STUDENT).data().path("status").asText())
                .isEqualTo("in-progress");
        Bus.send(news.queued("All are away."));
        awaitVersion(id, 3);
        assertThat(triageOf(id).path("state").asText()).isEqualTo("queued");
        assertThat(triageOf(id).path("reason").asText()).isEqualTo("All are away.");
        Bus.send(news.completed(MODERATOR.id()));
        awaitVersion(id, 4);

        Answer answer = Api.get(Api.GET + id, ADMIN);
        JsonNode ticket = answer.data();
        assertThat(answer.header("ETag")).hasValue("\"4\"");
        assertThat(ticket.path("priority").asText()).isEqualTo("high");
        assertThat(ticket.path("assignedTo").toString())
                .isEqualTo("{\"_id\":\"%s\",\"username\":\"%s\",\"email\":\"%s\"}"
                        .formatted(MODERATOR.id(), MODERATOR.username(), MODERATOR.email()));
        assertThat(ticket.path("summary").asText()).isEqualTo("The Wi-Fi is down.");
        assertThat(ticket.path("helpfulNotes").asText()).isEqualTo("Restart the access point.");
        assertThat(ticket.path("relatedSkills").toString()).isEqualTo("[\"network\"]");
        assertThat(ticket.path("triage").toString())
                .isEqualTo("""
                {"state":"done","engine":"gemini","model":"gemini-2.5-flash","confidence":0.9,"promptVersion":"v1",\
                "reason":null,"explanation":"Knows networks.","updatedAt":%s}""".formatted(ticket.path("triage").path("updatedAt")));

        List<ConsumerRecord<String, byte[]>> facts = Bus.factsOf(id, 6);
        assertThat(facts)
                .extracting(fact -> Bus.header(fact, "ce_type") + " " + Bus.header(fact, "ce_sequence"))
                .containsExactly(
                        "ticket/created 1",
                        "ticket/status-changed 2",
                        "ticket/changed 2",
                        "ticket/changed 3",
                        "ticket/changed 4",
                        "ticket/assigned 4");
        assertThat(Bus.fields(facts.get(1))).isEqualTo(Bus.goldenFields("ticket-status-changed"));
        assertThat(Bus.fields(facts.get(3))).isEqualTo(Bus.goldenFields("ticket-changed"));
        assertThat(Bus.fields(facts.get(5))).isEqualTo(Bus.goldenFields("ticket-assigned"));
        assertThat(JSON.readTree(facts.get(1).value())).isEqualTo(JSON.readTree("""
                {"ticketId":"%s","from":"active","to":"in-progress","by":{"kind":"rule","id":null}}""".formatted(id)));
        assertThat(JSON.readTree(facts.get(3).value())).isEqualTo(JSON.readTree("""
                {"ticketId":"%s","requesterId":"%s","fields":["priority","summary","helpfulNotes","relatedSkills","triage"],\
                "wording":null,"priority":"high","relatedSkills":["network"],"by":{"kind":"ai","id":null}}""".formatted(id, STUDENT.id())));
        assertThat(JSON.readTree(facts.get(5).value())).isEqualTo(JSON.readTree("""
                {"ticketId":"%s","title":"Wi-Fi","assigneeId":"%s","priority":"high","summary":"The Wi-Fi is down.",\
                "helpfulNotes":"Restart the access point.","relatedSkills":["network"],"reason":"Knows networks.",\
                "by":{"kind":"ai","id":null}}""".formatted(id, MODERATOR.id())));
    }

    @Test
    void theRequesterSeesPriorityAndAssigneeAloneOfAllThat() {
        String id = Api.open(STUDENT, "Wi-Fi");

        Bus.send(new News(id).completed(MODERATOR.id()));
        awaitVersion(id, 2);

        JsonNode ticket = Api.get(Api.GET + id, STUDENT).data();
        assertThat(ticket.path("priority").asText()).isEqualTo("high");
        assertThat(ticket.path("assignedTo").path("_id").asText()).isEqualTo(MODERATOR.id());
        assertThat(ticket.has("summary")
                        || ticket.has("helpfulNotes")
                        || ticket.has("relatedSkills")
                        || ticket.has("triage"))
                .isFalse();
    }

    @Test
    void aRepeatedFactChangesNothing() {
        String id = Api.open(STUDENT, "Twice");
        News news = new News(id);
        Fact started = news.started();
        Fact queued = news.queued("Full.");
        Fact completed = news.completed(MODERATOR.id());
        Bus.send(started, queued, completed);
        awaitVersion(id, 4);
        String before = Api.get(Api.GET + id, ADMIN).body();

        Bus.send(started, queued, completed, completed);
        awaitAllHandled();

        assertThat(Api.get(Api.GET + id, ADMIN).body()).isEqualTo(before);
        assertThat(Bus.factsOf(id, 6)).hasSize(6);
    }

    @Test
    void oldFactsAfterNewOnesDoNotMoveTheTicketBack() {
        String id = Api.open(STUDENT, "Backwards");
        News news = new News(id);

        Bus.send(news.completed(MODERATOR.id()), news.queued("Late."), news.started(), news.needsReview("Late."));
        awaitAllHandled();

        JsonNode ticket = Api.get(Api.GET + id, ADMIN).data();
        assertThat(ticket.path("triage").path("state").asText()).isEqualTo("done");
        assertThat(ticket.path("triage").path("reason").isNull()).isTrue();
        assertThat(ticket.path("assignedTo").path("_id").asText()).isEqualTo(MODERATOR.id());
        assertThat(ticket.path("status").asText()).isEqualTo("in-progress");
        assertThat(Bus.factsOf(id, 4))
                .extracting(fact -> Bus.header(fact, "ce_type"))
                .containsExactly("ticket/created", "ticket/changed", "ticket/assigned", "ticket/status-changed");
    }

    @Test
    void aTicketThatNeedsReviewSaysWhy() {
        String id = Api.open(STUDENT, "Riddle");

        Bus.send(new News(id).needsReview("Nobody is there."));
        awaitVersion(id, 2);

        assertThat(triageOf(id).path("state").asText()).isEqualTo("needs-review");
        assertThat(triageOf(id).path("reason").asText()).isEqualTo("Nobody is there.");
    }

    @Test
    void newsOfUnknownTicketsIsIgnored() {
        try (TopicReader deadLetters = KafkaResource.kafka().records("dead-letters.ticket-service")) {
            int before = deadLetters.all().size();

            Bus.send(new News(new ObjectId().toHexString()).started(), new News("no id").completed(MODERATOR.id()));
            awaitAllHandled();

            assertThat(deadLetters.all()).hasSize(before);
        }
    }

    @Test
    void aPoisonRecordGoesToTheDeadLettersAndTheNextIsHandled() {
        String poison = "{\"poison\":\"" + new ObjectId() + "\"}";

        Bus.send("triage-events", poison.getBytes(StandardCharsets.UTF_8));
        awaitAllHandled();

        try (TopicReader deadLetters = KafkaResource.kafka().records("dead-letters.ticket-service")) {
            ConsumerRecord<String, byte[]> dead =
                    deadLetters.await(record -> Bus.text(record).equals(poison));
            assertThat(Bus.header(dead, "dead-letter-reason")).isEqualTo("the attribute ce_specversion is missing");
            assertThat(Bus.header(dead, "dead-letter-topic")).isEqualTo("triage-events");
        }
    }

    @Test
    void changesAtTheSameMomentAllTakeEffect() {
        String id = Api.open(STUDENT, "Crowd");
        Queue<Fact> news = IntStream.range(0, 8)
                .mapToObj(number -> new News(id, "run " + number, null).queued("Reason " + number))
                .collect(Collectors.toCollection(ConcurrentLinkedQueue::new));

        AtOnce.run(8, () -> {
            triaged.apply(id, news.remove());
            return id;
        });

        assertThat(Api.get(Api.GET + id, ADMIN).data().path("version").asInt()).isEqualTo(9);
    }

    @Test
    void handledFactsAreRememberedButNotForEver() {
        String id = Api.open(STUDENT, "Long");
        List<Fact> facts = IntStream.range(0, 60)
                .mapToObj(number -> new News(id, "run " + number, null).queued("Reason " + number))
                .toList();

        facts.forEach(fact -> triaged.apply(id, fact));
        triaged.apply(id, facts.get(15));
        triaged.apply(id, facts.get(59));

        assertThat(tickets.findById(id).version()).isEqualTo(61);
        assertThat(tickets.findById(id).handledFacts())
                .containsExactlyElementsOf(facts.stream().skip(10).map(Fact::id).toList());
    }

    /** What is sent later to the same partition is handled later. */
    private static void awaitAllHandled() {
        String marker = Api.open(STUDENT, "Marker");
        Bus.send(new News(marker).started());
        awaitVersion(marker, 2);
    }

    private static void awaitVersion(String id, int version) {
        eventually(() -> assertThat(
                        Api.get(Api.GET + id, ADMIN).data().path("version").asInt())
                .isEqualTo(version));
    }

    private static JsonNode triageOf(String id) {
        return Api.get(Api.GET + id, ADMIN).data().path("triage");
    }
}
