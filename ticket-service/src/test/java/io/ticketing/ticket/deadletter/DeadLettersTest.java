package io.ticketing.ticket.deadletter;

import static io.ticketing.ticket.deadletter.Letters.ROUTE;
import static io.ticketing.ticket.deadletter.Letters.died;
import static io.ticketing.ticket.deadletter.Letters.listed;
import static io.ticketing.ticket.deadletter.Letters.replay;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.TicketDeleted;
import io.ticketing.testing.http.ServiceAnswer;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.triage.News;
import java.time.Instant;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class DeadLettersTest {

    private final ServiceApi admin = ServiceApi.as("admin");
    private final ServiceApi moderator = ServiceApi.as("moderator");
    private final Person student = Person.student();

    static Stream<Arguments> facts() {
        String ticket = new ObjectId().toHexString();
        return Stream.of(
                Arguments.of("triage-events", new News(ticket).queued("Full."), "the data is no triage/queued"),
                Arguments.of("users", Person.moderator().fact(), "the data is no user/changed"),
                Arguments.of("ticket-events", deletion(), "the data is no ticket/deleted"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void whatCannotBeReadIsSeenAndStaysADeadLetterWhenTriedAgain(String topic, Fact fact, String reason) {
        ProducerRecord<String, byte[]> good = FactCodec.write(fact, "/test");
        KafkaResource.kafka()
                .send(new ProducerRecord<>(topic, 0, good.key(), "{\"id\": 7".getBytes(UTF_8), good.headers()));

        ServiceAnswer replayed = admin.post(replay(listed(fact.subject())));

        assertThat(replayed.status()).isEqualTo(200);
        JsonNode letter = listed(fact.subject());
        assertThat(letter).isEqualTo(replayed.data());
        assertThat(letter.path("topic").asText()).isEqualTo(topic);
        assertThat(letter.path("type").asText()).isEqualTo(fact.type().wireName());
        assertThat(letter.path("reason").asText()).isEqualTo(reason);
        assertThat(letter.path("replays").asInt()).isEqualTo(1);
        assertThat(letter.path("replayedAt").isNull()).isTrue();
    }

    @Test
    void whatTriageFoundIsAppliedOnceHoweverOftenItIsTried() {
        Person moni = Person.moderator();
        Bus.introduce(moni);
        String id = Api.open(student, "Found long ago");
        died(FactCodec.write(new News(id).completed(moni.id()), "/test"));
        String replay = replay(listed(id));

        admin.post(replay);
        ServiceAnswer again = admin.post(replay);

        assertThat(again.data().path("replayedAt").asText()).isNotEmpty();
        assertThat(again.data().path("replays").asInt()).isEqualTo(2);
        JsonNode ticket = Api.get(Api.GET + id, moni).data();
        assertThat(ticket.path("assignedTo").path("_id").asText()).isEqualTo(moni.id());
        assertThat(ticket.path("version").asInt()).isEqualTo(2);
    }

    @Test
    void theStateOfAUserIsKnownAfterwards() {
        Person moni = Person.moderator();
        died(FactCodec.write(moni.fact(), "/test"));

        ServiceAnswer replayed = admin.post(replay(listed(moni.id())));

        assertThat(replayed.data().path("replayedAt").asText()).isNotEmpty();
        Bus.awaitKnown(moni);
    }

    @Test
    void whoeverReplaysDoesNotWaitForAnOutageToEnd() {
        String id = Api.open(student, "Stuck");
        died(FactCodec.write(new News(id).started(), "/test"));
        JsonNode before = listed(id);
        try {
            ticketsTake(Filters.ne("_id", id));

            ServiceAnswer late = admin.post(replay(before));

            assertThat(late.status()).isEqualTo(503);
            assertThat(late.retryAfter()).hasValue("2");
            assertThat(listed(id)).isEqualTo(before);
        } finally {
            ticketsTake(Filters.empty());
        }
        assertThat(admin.post(replay(before)).data().path("replayedAt").asText())
                .isNotEmpty();
        assertThat(Api.get(Api.GET + id, student).data().path("status").asText())
                .isEqualTo("in-progress");
    }

    @Test
    void staffSeeThemAndAdminsAloneReplay() {
        Fact deletion = deletion();
        died(FactCodec.write(deletion, "/test"));
        String replay = replay(listed(deletion.subject()));

        assertThat(moderator.get(ROUTE).status()).isEqualTo(200);
        assertThat(moderator.post(replay).status()).isEqualTo(403);
        assertThat(ServiceApi.as("student").get(ROUTE).status()).isEqualTo(403);
        assertThat(admin.post(ROUTE + "/triage-events-0-999999/replay").status())
                .isEqualTo(404);
    }

    @Test
    void pagesGoOnBehindAPlace() {
        Stream.of(deletion(), deletion()).forEach(deletion -> {
            died(FactCodec.write(deletion, "/test"));
            listed(deletion.subject());
        });

        ServiceAnswer first = moderator.get(ROUTE + "?limit=1");
        ServiceAnswer second = moderator.get(ROUTE + "?limit=1&cursor=" + first.nextCursor());

        assertThat(first.data()).hasSize(1);
        assertThat(second.data()).hasSize(1).isNotEqualTo(first.data());
    }

    private static Fact deletion() {
        return deletionOf(new ObjectId().toHexString());
    }

    static Fact deletionOf(String ticket) {
        return Fact.of(ticket, 2, Instant.now(), new TicketDeleted(ticket, Actor.person(ticket)));
    }

    /** Whatever does not fit is refused by the database, again and again. */
    private static void ticketsTake(Bson fitting) {
        MongoResource.mongo()
                .client()
                .getDatabase("tickets")
                .runCommand(new Document("collMod", "tickets").append("validator", fitting));
    }
}
