package io.ticketing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.events.TriageStarted;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.golden.GoldenFact;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.desk.Desks;
import io.ticketing.triage.run.TriageRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire has the form of the samples that the other services read too. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class GoldenFactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final World world;
    private final TriageRuns runs;
    private final Desks desks;

    GoldenFactsTest(World world, TriageRuns runs, Desks desks) {
        this.world = world;
        this.runs = runs;
        this.desks = desks;
    }

    @BeforeEach
    void start() {
        world.clear();
        GeminiResource.gemini().reset();
    }

    @Test
    void aRunFromQueueToAssigneeIsToldLikeTheSamples() throws IOException {
        String ticketId = world.ticket("VPN outage", "The VPN is down.", "vpn").subject();
        hasTheFormOf("triage/queued", ticketId, world.sent(ticketId, TriageQueued.class));

        world.moderator("Ada", 3, "networking");

        hasTheFormOf("triage/completed", ticketId, world.sent(ticketId, TriageCompleted.class));
        hasTheFormOf("triage/started", ticketId, world.sent(ticketId, TriageStarted.class));
    }

    @Test
    void aRunThatNeedsAPersonIsToldLikeTheSample() throws IOException {
        String ticketId = world.ticket("VPN outage", "The VPN is down.", "vpn").subject();
        world.told(ticketId, TriageQueued.class);

        world.moved(ticketId, TicketStatus.IN_PROGRESS, TicketStatus.CLOSED);

        hasTheFormOf("triage/needs-review", ticketId, world.sent(ticketId, TriageNeedsReview.class));
    }

    @Test
    void theSampleOfANewTicketBeginsItsRun() {
        GoldenFact created = GoldenFact.of("ticket/created");

        KafkaResource.kafka().send(created.toSend());

        Eventually.eventually(
                () -> assertThat(runs.find(created.headers().get("ce_id"))).hasValueSatisfying(run -> {
                    assertThat(run.ticketId()).isEqualTo(created.key());
                    assertThat(run.requesterId())
                            .isEqualTo(created.data().path("requesterId").asText());
                    assertThat(run.title()).isEqualTo("Import fails 🐛");
                    assertThat(run.description()).isEqualTo("Every night.\nSince Monday.");
                    assertThat(run.hashtags()).containsExactly("backend", "bug");
                    assertThat(run.createdAt()).isEqualTo(Instant.parse("2026-11-23T12:00:00.005Z"));
                }));
    }

    @Test
    void theSamplesOfAChangedAndADeletedTicketAreUnderstood() {
        GoldenFact changed = GoldenFact.of("ticket/changed");

        KafkaResource.kafka().send(changed.toSend());

        Eventually.eventually(
                () -> assertThat(runs.find(changed.headers().get("ce_id"))).hasValueSatisfying(run -> {
                    assertThat(run.ticketId()).isEqualTo(changed.key());
                    assertThat(run.ticketVersion()).isEqualTo(4);
                    assertThat(run.requesterId())
                            .isEqualTo(changed.data().path("requesterId").asText());
                    assertThat(run.title()).isEqualTo("Import fails 🐛");
                    assertThat(run.description()).isEqualTo("It works again, but it is slow.");
                    assertThat(run.hashtags()).containsExactly("backend", "bug");
                }));
        KafkaResource.kafka().send(GoldenFact.of("ticket/deleted").toSend());
        Eventually.eventually(
                () -> assertThat(runs.find(changed.headers().get("ce_id"))).isEmpty());
    }

    @Test
    void theSamplesOfATicketsWayKeepTheDesks() {
        GoldenFact moved = GoldenFact.of("ticket/status-changed");
        GoldenFact assigned = GoldenFact.of("ticket/assigned");

        KafkaResource.kafka().send(moved.toSend());
        KafkaResource.kafka().send(assigned.toSend());

        Eventually.eventually(() -> assertThat(desks.holder(assigned.key()))
                .hasValue(assigned.data().path("assigneeId").asText()));
    }

    private static void hasTheFormOf(String type, String ticketId, ConsumerRecord<String, byte[]> sent)
            throws IOException {
        GoldenFact golden = GoldenFact.of(type);
        assertThat(sent.topic()).isEqualTo(golden.topic());
        assertThat(sent.key()).isEqualTo(ticketId);
        assertThat(Arrays.stream(sent.headers().toArray()).map(Header::key))
                .containsAll(golden.headers().keySet());
        for (String same : List.of("ce_specversion", "ce_type", "ce_source", "content-type")) {
            assertThat(header(sent, same)).isEqualTo(golden.headers().get(same));
        }
        assertThat(header(sent, "ce_subject")).isEqualTo(ticketId);
        hasTheFieldsOf(golden.data(), JSON.readTree(sent.value()));
    }

    private static void hasTheFieldsOf(JsonNode sample, JsonNode sent) {
        assertThat(names(sent)).containsExactlyInAnyOrderElementsOf(names(sample));
        sample.properties().stream()
                .filter(field -> field.getValue().isObject())
                .forEach(field -> hasTheFieldsOf(field.getValue(), sent.get(field.getKey())));
    }

    private static List<String> names(JsonNode object) {
        return object.properties().stream().map(Map.Entry::getKey).toList();
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }
}
