package io.ticketing.triage;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.AccountStatus;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.FactCodec;
import io.ticketing.events.FactType;
import io.ticketing.events.Role;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TicketStatusChanged;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageQueued;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.golden.GoldenFact;
import io.ticketing.testing.mongo.Traces;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.desk.Desks;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a moderator's tickets, and of what is kept of him, when he is deleted. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class DeletionTest {

    private final World world;
    private final Desks desks;
    private final GeminiStandIn gemini = GeminiResource.gemini();

    DeletionTest(World world, Desks desks) {
        this.world = world;
        this.desks = desks;
    }

    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
    }

    @Test
    void hisTicketGoesToSomebodyElseWithoutASecondAnalysis() {
        String ada = world.moderator("Ada", 5, "networking");
        String ticket = triagedFor(ada);
        String grace = world.moderator("Grace", 5, "networking");

        world.deleted(ada);
        world.unassigned(ticket, ada, Actor.rule());

        awaitCompletedFor(grace, ticket);
        assertThat(desks.loads()).containsOnlyKeys(grace);
        assertThat(world.facts(ticket))
                .extracting(Fact::type)
                .containsExactly(FactType.TRIAGE_STARTED, FactType.TRIAGE_COMPLETED, FactType.TRIAGE_COMPLETED);
        assertThat(world.facts(ticket)).extracting(Fact::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(gemini.calls()).hasSize(1);
    }

    @Test
    void hisTicketWaitsWhenNobodyElseIsThere() {
        String ada = world.moderator("Ada", 5, "networking");
        String ticket = triagedFor(ada);

        world.deleted(ada);
        world.unassigned(ticket, ada, Actor.rule());
        assertThat(world.told(ticket, TriageQueued.class).reason()).contains("no admin");
        String grace = world.moderator("Grace", 5, "networking");

        awaitCompletedFor(grace, ticket);
    }

    @Test
    void whatIsToldAgainChangesNothing() {
        String ada = world.moderator("Ada", 5, "networking");
        String ticket = triagedFor(ada);
        String grace = world.moderator("Grace", 5, "networking");
        world.deleted(ada);
        Fact unassigned = world.unassigned(ticket, ada, Actor.rule());
        awaitCompletedFor(grace, ticket);
        world.assigned(ticket, grace, Actor.rule());

        world.deleted(ada);
        world.send(unassigned);
        awaitHeard(ticket);

        assertThat(desks.holder(ticket)).hasValue(grace);
        assertThat(world.facts(ticket)).hasSize(3);
    }

    @Test
    void whatAPersonTakesAwayIsNotGivenOnByAMachine() {
        String ada = world.moderator("Ada", 5, "networking");
        String ticket = triagedFor(ada);

        world.unassigned(ticket, ada, Actor.person(ada));
        awaitHeard(ticket);

        assertThat(desks.holder(ticket)).isEmpty();
        assertThat(world.facts(ticket)).hasSize(2);
    }

    @Test
    void aPlaceThatAPersonTakesAwayIsFreeForWhatWaits() {
        String ada = world.moderator("Ada", 1, "networking");
        String first = triagedFor(ada);
        String second = world.ticket("DNS outage", "DNS is down.", "dns").subject();
        world.told(second, TriageQueued.class);

        world.unassigned(first, ada, Actor.person(ada));

        assertThat(world.completed(second).assigneeId()).isEqualTo(ada);
    }

    @Test
    void aLateAssignmentMakesNoDeskForHim() {
        String ada = world.moderator("Ada", 5, "networking");
        String ticket = triagedFor(ada);
        world.deleted(ada);

        world.assigned(ticket, ada, Actor.rule());
        awaitHeard(ticket);

        eventually(() -> assertThat(desks.loads()).doesNotContainKey(ada));
    }

    @Test
    void theTicketOfWhoeverIsDeactivatedGoesToSomebodyElse() {
        String ada = world.moderator("Ada", 5, "networking");
        String ticket = triagedFor(ada);
        String grace = world.moderator("Grace", 5, "networking");

        world.user(ada, "Ada", Role.MODERATOR, AccountStatus.INACTIVE, 5, "networking");
        world.unassigned(ticket, ada, Actor.rule());

        awaitCompletedFor(grace, ticket);
        assertThat(desks.holder(ticket)).hasValue(grace);
        assertThat(gemini.calls()).hasSize(1);
    }

    @Test
    void whoIsDeactivatedOrDemotedGetsNoMore() {
        String ada = world.moderator("Ada", 5, "networking");
        String root = world.admin("Root");

        world.user(ada, "Ada", Role.MODERATOR, AccountStatus.INACTIVE, 5, "networking");

        String next = world.ticket("DNS outage", "DNS is down.", "dns").subject();
        assertThat(world.completed(next).assigneeId()).isEqualTo(root);
        world.user(ada, "Ada", Role.STUDENT, AccountStatus.ACTIVE, 5, "networking");
        String third = world.ticket("LAN outage", "The LAN is down.", "lan").subject();
        assertThat(world.completed(third).assigneeId()).isEqualTo(root);
    }

    @Test
    void theSampleOfATicketThatWasTakenAwayIsUnderstood() {
        GoldenFact unassigned = GoldenFact.of("ticket/unassigned");
        String assignee = unassigned.data().path("assigneeId").asText();
        desks.move(assignee, unassigned.key());

        KafkaResource.kafka().send(unassigned.toSend());

        eventually(() -> assertThat(desks.holder(unassigned.key())).isEmpty());
    }

    @Test
    void nothingOfHimIsKeptOrToldButHisId() {
        String ada = world.moderator("Lovelace", 5, "networking");
        String ticket = triagedFor(ada);
        String turing = world.admin("Turing");
        String other = world.ticket("Invoice", "I was charged twice, please refund me.", "money")
                .subject();
        awaitCompletedFor(turing, other);

        assertThat(world.facts(ticket))
                .map(Fact::data)
                .extracting(FactCodec::json)
                .noneMatch(DeletionTest::names);
        assertThat(world.facts(other))
                .map(Fact::data)
                .extracting(FactCodec::json)
                .noneMatch(DeletionTest::names);
        world.deleted(ada);
        world.deleted(turing);

        assertThat(Traces.of(MongoResource.mongo().client().getDatabase("triage"), "Lovelace", "Turing"))
                .isEmpty();
    }

    private static boolean names(String json) {
        return json.contains("Lovelace") || json.contains("Turing") || json.contains("@example.org");
    }

    private String triagedFor(String userId) {
        String ticket = world.ticket("VPN outage", "The VPN is down.", "vpn").subject();
        awaitCompletedFor(userId, ticket);
        world.assigned(ticket, userId, Actor.rule());
        awaitHeard(ticket);
        return ticket;
    }

    private void awaitCompletedFor(String userId, String ticket) {
        eventually(() -> assertThat(world.facts(ticket).getLast().data())
                .isInstanceOfSatisfying(TriageCompleted.class, completed -> assertThat(completed.assigneeId())
                        .isEqualTo(userId)));
    }

    /** A ticket's facts are handled one after the other: once this one is, all before are. */
    private void awaitHeard(String ticket) {
        TicketStatusChanged nothing =
                new TicketStatusChanged(ticket, TicketStatus.IN_PROGRESS, TicketStatus.IN_PROGRESS, Actor.rule());
        Fact marker = Fact.of(ticket, 1, Instant.now(), nothing);
        world.send(marker);
        eventually(() -> assertThat(MongoResource.mongo()
                        .client()
                        .getDatabase("triage")
                        .getCollection("cases")
                        .countDocuments(Filters.eq("handled", marker.id())))
                .isEqualTo(1));
    }
}
