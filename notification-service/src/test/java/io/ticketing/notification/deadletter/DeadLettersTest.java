package io.ticketing.notification.deadletter;

import static io.ticketing.notification.Facts.assigned;
import static io.ticketing.notification.Facts.known;
import static io.ticketing.notification.Facts.told;
import static io.ticketing.testing.Eventually.eventually;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.notification.Facts.Person;
import io.ticketing.notification.NotificationTest;
import io.ticketing.testing.http.ServiceAnswer;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.testing.quarkus.SmtpResource;
import java.util.Date;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

@NotificationTest
class DeadLettersTest {

    private static final String ROUTE = "/notifications/dead-letters";

    /** No record of the shared broker's topics is as far. */
    private static final int FAR = 1_000_000;

    private final ServiceApi admin = ServiceApi.as("admin");
    private final Person ada = Person.unheardOf();
    private final Fact assignment = assigned(ada, "VPN is down");

    @Test
    void whatCannotBeReadIsSeenAndStaysADeadLetterWhenTriedAgain() {
        ProducerRecord<String, byte[]> good = FactCodec.write(assignment, "/test");
        RealKafka.start()
                .send(new ProducerRecord<>(
                        good.topic(), 0, good.key(), "{\"ticketId\": 7".getBytes(UTF_8), good.headers()));
        String id = listed().path("id").asText();

        ServiceAnswer replayed = admin.post(ROUTE + "/" + id + "/replay");

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(listed()).isEqualTo(replayed.data());
        assertThat(listed().path("reason").asText()).isEqualTo("the data is no ticket/assigned");
        assertThat(listed().path("type").asText()).isEqualTo("ticket/assigned");
        assertThat(listed().path("replays").asInt()).isEqualTo(1);
        assertThat(ServiceApi.as("moderator").post(ROUTE + "/" + id + "/replay").status())
                .isEqualTo(403);
    }

    @Test
    void whatCanBeReadNowIsMailedOnceHoweverOftenItIsTried() {
        told(known(ada));
        died(FactCodec.write(assignment, "/test"));
        String replay = ROUTE + "/" + listed().path("id").asText() + "/replay";

        admin.post(replay);
        ServiceAnswer again = admin.post(replay);

        assertThat(again.data().path("replayedAt").asText()).isNotEmpty();
        told(assigned(ada, "Later"));
        eventually(() -> assertThat(SmtpResource.smtp().mailsTo(ada.email()))
                .anyMatch(mail -> mail.subject().contains("Later")));
        assertThat(SmtpResource.smtp().mailsTo(ada.email())).hasSize(2);
    }

    @Test
    void whoeverReplaysDoesNotWaitForAnOutageToEnd() {
        told(known(ada));
        died(FactCodec.write(assignment, "/test"));
        JsonNode before = listed();
        String replay = ROUTE + "/" + before.path("id").asText() + "/replay";
        try {
            deliveriesTake(Filters.ne("recipientId", ada.id()));

            ServiceAnswer late = admin.post(replay);

            assertThat(late.status()).isEqualTo(503);
            assertThat(late.retryAfter()).hasValue("2");
            assertThat(listed()).isEqualTo(before);
        } finally {
            deliveriesTake(Filters.empty());
        }
        assertThat(admin.post(replay).data().path("replayedAt").asText()).isNotEmpty();
        eventually(() -> assertThat(SmtpResource.smtp().mailsTo(ada.email())).hasSize(1));
    }

    @Test
    void oneThatCannotBeReadFromTheDatabaseHidesNoOther() {
        died(FactCodec.write(assignment, "/test"));
        String id = listed().path("id").asText();
        letters().insertOne(new Document("_id", "unreadable-0-1").append("at", new Date()));
        try {
            assertThat(found())
                    .hasValueSatisfying(
                            letter -> assertThat(letter.path("id").asText()).isEqualTo(id));
            assertThat(admin.get(ROUTE + "?limit=1").data()).hasSize(1);
        } finally {
            letters().deleteOne(Filters.eq("_id", "unreadable-0-1"));
        }
    }

    @Test
    void anUnknownOneIsNotFound() {
        assertThat(admin.post(ROUTE + "/user-events-0-999999/replay").status()).isEqualTo(404);
    }

    /** Whatever does not fit is refused by the database, again and again. */
    private static void deliveriesTake(Bson fitting) {
        database().runCommand(new Document("collMod", "deliveries").append("validator", fitting));
    }

    private static MongoCollection<Document> letters() {
        return database().getCollection("dead-letters");
    }

    private static MongoDatabase database() {
        return RealMongo.start().client().getDatabase("notifications");
    }

    private JsonNode listed() {
        eventually(() -> assertThat(found()).isPresent());
        return found().orElseThrow();
    }

    private Optional<JsonNode> found() {
        return admin.get(ROUTE + "?limit=100")
                .data()
                .valueStream()
                .filter(letter -> letter.path("key").asText().equals(assignment.subject()))
                .findFirst();
    }

    /** As if a version of this service that could not read it had put it there. */
    private static void died(ProducerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>("dead-letters.notification-service", record.key(), record.value());
        dead.headers().add("dead-letter-topic", record.topic().getBytes(UTF_8));
        dead.headers().add("dead-letter-partition", "0".getBytes(UTF_8));
        dead.headers()
                .add(
                        "dead-letter-offset",
                        Integer.toString(2 * FAR + record.key().hashCode() % FAR)
                                .getBytes(UTF_8));
        record.headers().forEach(dead.headers()::add);
        RealKafka.start().send(dead);
    }
}
