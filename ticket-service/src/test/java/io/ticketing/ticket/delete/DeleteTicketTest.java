package io.ticketing.ticket.delete;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.mongo.Traces;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Act;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Records;
import jakarta.inject.Inject;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class DeleteTicketTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Person STUDENT = Person.student();
    private static final Person ADMIN = Person.admin();

    @Inject
    Records records;

    @Inject
    Notes notes;

    @Test
    void anAdminDeletesATicketAndThatIsTold() throws Exception {
        String id = Api.open(STUDENT, "Away with it");
        Act.move(ADMIN, id, "in-progress");

        Answer answer = Act.delete(ADMIN, id);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.json()).isEqualTo(JSON.readTree("""
                {"success":true,"statusCode":200,"message":"The ticket is deleted.","data":{"deletedTicketId":"%s"}}""".formatted(id)));
        eventually(() -> assertThat(Bus.storyOf(id, 1)).contains("ticket/deleted 3"));
        ConsumerRecord<String, byte[]> deleted = Bus.differentFactsOf(id, 1).getLast();
        assertThat(JSON.readTree(deleted.value())).isEqualTo(JSON.readTree("""
                {"ticketId":"%s","by":{"kind":"person","id":"%s"}}""".formatted(id, ADMIN.id())));
    }

    @Test
    void afterwardsItIsAsIfItHadNeverBeen() {
        String id = Api.open(STUDENT, "Never been");

        Act.delete(ADMIN, id);

        for (Answer answer : List.of(
                Api.get(Api.GET + id, STUDENT),
                Api.get(Api.GET + id, ADMIN),
                Act.delete(ADMIN, id),
                Act.unassign(ADMIN, id),
                Act.move(ADMIN, id, "closed"),
                Act.change(ADMIN, id, "{\"priority\":\"high\"}"),
                Act.change(STUDENT, id, "{\"title\":\"Still there?\"}"))) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(404);
        }
        for (JsonNode other : Api.get(Api.LIST, STUDENT).data()) {
            assertThat(other.path("_id").asText()).isNotEqualTo(id);
        }
    }

    @Test
    void nothingOfItStaysInTheDatabase() {
        String id = Api.create(STUDENT, "Xylophone lost", "Zither too", List.of("quena"))
                .data()
                .path("_id")
                .asText();
        notes.add(id, true);

        Act.delete(ADMIN, id);

        eventually(() -> assertThat(records.isGone(id)).isTrue());
        assertThat(records.timeline(id)).isEmpty();
        assertThat(notes.count(id)).isZero();
        assertThat(Traces.of(MongoResource.mongo().client().getDatabase("tickets"), "Xylophone", "Zither", "quena"))
                .isEmpty();
    }

    @Test
    void whatIsBesideATicketStaysWithItWhenOneOfThemCannotGo() {
        String id = Api.open(STUDENT, "All or nothing");
        notes.add(id, false);

        assertThat(Act.delete(ADMIN, id).status()).isEqualTo(500);

        assertThat(Api.get(Api.GET + id, STUDENT).status()).isEqualTo(200);
        assertThat(records.timeline(id)).hasSize(1);
        assertThat(notes.count(id)).isEqualTo(1);
        assertThat(Bus.differentFactsOf(id, 1)).hasSize(1);
    }

    @Test
    void ofManyAtOnceOneDeletesIt() {
        String id = Api.open(STUDENT, "Everybody hates it");

        List<Answer> answers = AtOnce.run(20, () -> Act.delete(ADMIN, id));

        assertThat(answers.stream().map(Answer::status).filter(status -> status == 200))
                .hasSize(1);
        assertThat(answers.stream().map(Answer::status).filter(status -> status == 404))
                .hasSize(19);
        eventually(() -> assertThat(records.isGone(id)).isTrue());
        assertThat(Bus.storyOf(id, 1)).containsOnlyOnce("ticket/deleted 2");
    }
}
