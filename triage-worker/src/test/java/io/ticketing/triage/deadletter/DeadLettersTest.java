package io.ticketing.triage.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.TicketDeleted;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.http.ServiceAnswer;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class DeadLettersTest {

    private static final String ROUTE = "/triage/dead-letters";
    private static final String TOPIC = "ticket-events";
    /** With its reason beside it, too much for what a producer sends and a topic takes when nobody says otherwise. */
    private static final int ALL_THAT_FITS = 1_048_400;

    /** No record of the shared broker's topics is as far. */
    private static final int FAR = 1_000_000;

    private final World world;
    private final ServiceApi admin = ServiceApi.as("admin");
    private final ServiceApi moderator = ServiceApi.as("moderator");
    private final Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");

    DeadLettersTest(World world) {
        this.world = world;
    }

    @BeforeEach
    void start() {
        world.clear();
        GeminiResource.gemini().reset();
        world.admin("Root");
    }

    static Stream<Arguments> poison() {
        return Stream.of(
                Arguments.of("broken JSON", "{\"ticketId\":".getBytes(UTF_8), "1.0", "the data is no ticket/created"),
                Arguments.of(
                        "an unknown version", "{}".getBytes(UTF_8), "7.0", "the version of CloudEvents is not 1.0"),
                Arguments.of("1 MB", new byte[ALL_THAT_FITS], null, "the data is larger than 512 KiB"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("poison")
    void aPoisonRecordIsSeenWithItsReasonAndHoldsNobodyUp(String kind, byte[] value, String version, String reason) {
        send(value, version);

        sendToTheSamePartition(ticket);

        world.completed(ticket.subject());
        JsonNode letter = listed();
        assertThat(letter.path("reason").asText()).isEqualTo(reason);
        assertThat(letter.path("topic").asText()).isEqualTo(TOPIC);
        assertThat(letter.path("bytes").asInt()).isEqualTo(value.length);
        assertThat(letter.path("excerpt").asText().length()).isLessThanOrEqualTo(200);
        assertThat(letter.path("replayedAt").isNull()).isTrue();
    }

    @Test
    void whatStillCannotBeReadStaysADeadLetter() {
        send("{\"ticketId\":".getBytes(UTF_8), "1.0");

        ServiceAnswer replayed = admin.post(ROUTE + "/" + listed().path("id").asText() + "/replay");

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.data()).isEqualTo(listed());
        assertThat(listed().path("reason").asText()).isEqualTo("the data is no ticket/created");
        assertThat(listed().path("replays").asInt()).isEqualTo(1);
        assertThat(listed().path("replayedAt").isNull()).isTrue();
    }

    @Test
    void whatAnEarlierVersionCouldNotReadIsHandledOnceItCanBe() {
        diedOfAnEarlierVersion(FactCodec.write(ticket, "/elsewhere"));
        String replay = ROUTE + "/" + listed().path("id").asText() + "/replay";

        ServiceAnswer replayed = admin.post(replay);

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.data().path("replayedAt").asText()).isNotEmpty();
        assertThat(world.completed(ticket.subject()).runId()).isEqualTo(ticket.id());
        assertThat(admin.post(replay).data().path("replays").asInt()).isEqualTo(2);
        assertThat(world.facts(ticket.subject())).hasSize(2);
    }

    @Test
    void aRecordOfATopicThatNobodyReadsAnyMoreIsNotHandled() {
        diedOfAnEarlierVersion(new ProducerRecord<>("gone-topic", ticket.subject(), "{}".getBytes(UTF_8)));

        ServiceAnswer replayed = admin.post(ROUTE + "/" + listed().path("id").asText() + "/replay");

        assertThat(replayed.status()).isEqualTo(409);
    }

    @Test
    void theLettersOfADeletedTicketGo() {
        send("{\"title\":".getBytes(UTF_8), "1.0");
        listed();

        world.ticketDeleted(ticket.subject());

        Eventually.eventually(() -> assertThat(found()).isEmpty());
    }

    @Test
    void aDeletionThatIsReplayedTakesItsOwnLetterWithIt() {
        Fact deletion = Fact.of(
                ticket.subject(),
                2,
                Instant.now(),
                new TicketDeleted(ticket.subject(), Actor.person(new ObjectId().toHexString())));
        diedOfAnEarlierVersion(FactCodec.write(deletion, "/elsewhere"));

        ServiceAnswer replayed = admin.post(ROUTE + "/" + listed().path("id").asText() + "/replay");

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.data().path("replayedAt").asText()).isNotEmpty();
        assertThat(replayed.data().path("replays").asInt()).isEqualTo(1);
        assertThat(found()).isEmpty();
    }

    @Test
    void staffSeeThemAndAdminsAloneReplay() {
        send("{\"ticketId\":".getBytes(UTF_8), "1.0");
        String replay = ROUTE + "/" + listed().path("id").asText() + "/replay";

        assertThat(moderator.get(ROUTE).status()).isEqualTo(200);
        assertThat(moderator.post(replay).status()).isEqualTo(403);
        assertThat(ServiceApi.as("student").get(ROUTE).status()).isEqualTo(403);
        assertThat(admin.post(ROUTE + "/ticket-events-0-999999/replay").status())
                .isEqualTo(404);
        assertThat(admin.post(ROUTE + "/no%20letter/replay").status()).isEqualTo(404);
    }

    @Test
    void pagesGoOnBehindAPlace() {
        send("{".getBytes(UTF_8), "1.0");
        send("[".getBytes(UTF_8), "1.0");
        Eventually.eventually(() ->
                assertThat(moderator.get(ROUTE + "?limit=100").data().size()).isGreaterThanOrEqualTo(2));

        ServiceAnswer first = moderator.get(ROUTE + "?limit=1");
        ServiceAnswer second = moderator.get(ROUTE + "?limit=1&cursor=" + first.nextCursor());

        assertThat(first.data()).hasSize(1);
        assertThat(second.data()).hasSize(1).isNotEqualTo(first.data());
        assertThat(moderator.get(ROUTE + "?cursor=x").faultyFields()).containsExactly("cursor");
    }

    /** The letter of what was sent under the ticket's key, as soon as it is listed. */
    private JsonNode listed() {
        Eventually.eventually(() -> assertThat(found()).isPresent());
        return found().orElseThrow();
    }

    private Optional<JsonNode> found() {
        return moderator
                .get(ROUTE + "?limit=100")
                .data()
                .valueStream()
                .filter(letter -> letter.path("key").asText().equals(ticket.subject()))
                .findFirst();
    }

    private void send(byte[] value, String version) {
        ProducerRecord<String, byte[]> record = new ProducerRecord<>(TOPIC, 0, ticket.subject(), value);
        if (version != null) {
            headers().forEach(record.headers()::add);
            record.headers().remove("ce_specversion").add("ce_specversion", version.getBytes(UTF_8));
        }
        KafkaResource.kafka().send(record);
    }

    private void sendToTheSamePartition(Fact fact) {
        ProducerRecord<String, byte[]> record = FactCodec.write(fact, "/elsewhere");
        KafkaResource.kafka()
                .send(new ProducerRecord<>(record.topic(), 0, record.key(), record.value(), record.headers()));
    }

    private void diedOfAnEarlierVersion(ProducerRecord<String, byte[]> record) {
        ProducerRecord<String, byte[]> dead =
                new ProducerRecord<>("dead-letters.triage-worker", record.key(), record.value());
        dead.headers().add("dead-letter-topic", record.topic().getBytes(UTF_8));
        dead.headers().add("dead-letter-partition", "0".getBytes(UTF_8));
        dead.headers()
                .add(
                        "dead-letter-offset",
                        Integer.toString(2 * FAR + ticket.id().hashCode() % FAR).getBytes(UTF_8));
        record.headers().forEach(dead.headers()::add);
        KafkaResource.kafka().send(dead);
    }

    private Headers headers() {
        return FactCodec.write(ticket, "/elsewhere").headers();
    }
}
