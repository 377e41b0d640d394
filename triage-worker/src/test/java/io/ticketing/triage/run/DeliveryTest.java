package io.ticketing.triage.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.FactType;
import io.ticketing.events.TicketCreated;
import io.ticketing.events.TicketStatus;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.KafkaResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.desk.Desks;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class DeliveryTest {

    private final World world;
    private final TriageRuns runs;
    private final BeginningRun beginning;
    private final Desks desks;
    private final GeminiStandIn gemini = GeminiResource.gemini();

    DeliveryTest(World world, TriageRuns runs, BeginningRun beginning, Desks desks) {
        this.world = world;
        this.runs = runs;
        this.beginning = beginning;
        this.desks = desks;
    }

    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
    }

    @Test
    void aRepeatedFactBeginsNoSecondRun() {
        world.admin("Root");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(ticket.subject());

        world.send(ticket);
        world.assigned(ticket.subject(), "whoever-comes-behind-it", Actor.ai());
        Eventually.eventually(() -> assertThat(desks.holder(ticket.subject())).hasValue("whoever-comes-behind-it"));

        assertThat(runs.find(ticket.id()).orElseThrow().state()).isEqualTo(RunState.DONE);
        assertThat(world.facts(ticket.subject())).hasSize(2);
        assertThat(gemini.calls())
                .filteredOn(call -> call.prompt().contains("VPN outage"))
                .hasSize(1);
    }

    @Test
    void aRecordThatCannotBeReadGoesToTheDeadLettersAndTheNextIsTriaged() {
        world.admin("Root");
        Fact next = World.created("VPN outage", "The VPN is down.", "vpn");
        String key = next.subject();

        world.sendGarbage(key);
        world.send(next);

        world.completed(next.subject());
        try (TopicReader letters = KafkaResource.kafka().records("dead-letters.triage-worker")) {
            var letter = letters.await(record -> key.equals(record.key()));
            assertThat(new String(
                            letter.headers().lastHeader("dead-letter-reason").value()))
                    .contains("the data is no ticket/created");
        }
    }

    @Test
    void withoutTheBrokerTriageGoesOnAndItsFactsFollow() {
        world.admin("Root");
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        KafkaResource.kafka().stop();
        try {
            beginning.begin(ticket, (TicketCreated) ticket.data());
            Eventually.eventually(() -> assertThat(runs.find(ticket.id()))
                    .hasValueSatisfying(run -> assertThat(run.state()).isEqualTo(RunState.DONE)));
        } finally {
            KafkaResource.kafka().restart();
        }

        world.completed(ticket.subject());
        assertThat(world.facts(ticket.subject()))
                .extracting(Fact::type)
                .startsWith(FactType.TRIAGE_STARTED)
                .contains(FactType.TRIAGE_COMPLETED);
    }

    @Test
    void aFactOfAnUnknownTicketIsHarmless() {
        world.admin("Root");
        world.moved(UUID.randomUUID().toString(), TicketStatus.ACTIVE, TicketStatus.CLOSED);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");

        assertThat(world.completed(ticket.subject()).runId()).isEqualTo(ticket.id());
    }
}
