package io.ticketing.triage.inngest;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.events.Fact;
import io.ticketing.events.FactType;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.FailureContext;
import io.ticketing.inngest.InngestClient;
import io.ticketing.inngest.RunError;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.inngest.InngestFaults;
import io.ticketing.testing.inngest.InngestRun;
import io.ticketing.testing.inngest.InngestServer;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.InngestResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithInngest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import io.ticketing.triage.run.TriageRuns;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Triage led by a server that speaks Inngest's wire. */
@QuarkusTest
@TestProfile(OnTicketCreatedTest.LedByInngest.class)
@WithMongo
@WithKafka
@WithGemini
@WithTokens
@WithInngest
class OnTicketCreatedTest {

    private static final String FUNCTION = "triage-worker-on-ticket-created";

    private final InngestServer server = InngestResource.inngest();
    private final GeminiStandIn gemini = GeminiResource.gemini();

    @Inject
    World world;

    @Inject
    TriageRuns runs;

    @Inject
    InngestClient inngest;

    @Inject
    OnTicketCreated function;

    /** With the engine that is not the usual one. */
    public static final class LedByInngest implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("TRIAGE_ENGINE", "inngest");
        }
    }

    @BeforeEach
    void begin() {
        world.clear();
        world.admin("Root");
        gemini.reset();
        eventually(() -> assertThat(server.functionIds()).contains(FUNCTION, FUNCTION + "-failure"));
        awaitThatFactsAreHeard();
    }

    /** The double's patience with a fact that has not come is short, and a consumer takes its time to join. */
    private void awaitThatFactsAreHeard() {
        Fact ticket = world.ticket("VPN down", "It drops every minute.", "vpn");
        eventually(() -> assertThat(runs.find(ticket.id())).isPresent());
    }

    @AfterEach
    void mend() {
        server.faults(InngestFaults.NONE);
    }

    @Test
    void aTicketIsTriagedStepByStep() {
        Fact ticket = world.ticket("VPN down", "It drops every minute.", "vpn");
        told(ticket);

        InngestRun run = over(ticket);

        assertThat(run.status()).isEqualTo("COMPLETED");
        assertThat(run.steps()).containsExactly("start", "analyse", "assign", "complete");
        assertThat(run.output().toString()).isEqualTo("{\"outcome\":\"done\",\"next\":null}");
        assertThat(world.facts(ticket.subject()))
                .extracting(Fact::type)
                .containsExactly(FactType.TRIAGE_STARTED, FactType.TRIAGE_COMPLETED);
    }

    @Test
    void anEventThatIsFasterThanTheFactWaitsForIt() {
        Fact ticket = World.created("VPN down", "It drops every minute.", "vpn");
        told(ticket);
        eventually(() -> assertThat(runOf(ticket).attempt()).isPositive());

        world.send(ticket);

        assertThat(over(ticket).status()).isEqualTo("COMPLETED");
        world.completed(ticket.subject());
    }

    @Test
    void whatIsCalledTwiceOrAnsweredInVainIsDoneOnce() {
        server.faults(new InngestFaults(false, 0.5, 0.3, false));
        List<Fact> tickets = Stream.generate(() -> world.ticket("VPN down", "It drops every minute.", "vpn"))
                .limit(8)
                .toList();

        tickets.forEach(this::told);
        tickets.forEach(this::told);

        tickets.forEach(ticket -> world.completed(ticket.subject()));
        tickets.forEach(this::over);
        assertThat(gemini.calls()).hasSize(tickets.size());
        assertThat(tickets).allSatisfy(ticket -> assertThat(world.facts(ticket.subject()))
                .extracting(Fact::type)
                .containsExactly(FactType.TRIAGE_STARTED, FactType.TRIAGE_COMPLETED));
    }

    @Test
    void aDeletedTicketIsNotLedOn() {
        Fact ticket = World.created("VPN down", "It drops every minute.", "vpn");
        world.ticketDeleted(ticket.subject());
        told(ticket);

        assertThat(over(ticket).output().path("outcome").asText()).isEqualTo("deleted");
    }

    @Test
    void aRunThatInngestGivesUpIsWorkedOnHere() throws Exception {
        Fact ticket = world.ticket("VPN down", "It drops every minute.", "vpn");
        Event event = event(ticket);

        eventually(() -> {
            function.onFailure(new FailureContext(new RunError("Error", "gave up", ""), event, FUNCTION, "run", null));
            assertThat(world.facts(ticket.subject()))
                    .extracting(Fact::type)
                    .containsExactly(FactType.TRIAGE_STARTED, FactType.TRIAGE_COMPLETED);
        });
    }

    private void told(Fact ticket) {
        inngest.send(event(ticket));
    }

    private static Event event(Fact ticket) {
        return Event.of(ticket.type().wireName(), Map.of("ticketId", ticket.subject()))
                .withId(ticket.id());
    }

    private InngestRun over(Fact ticket) {
        eventually(() -> assertThat(runOf(ticket).isOver()).isTrue());
        return runOf(ticket);
    }

    private InngestRun runOf(Fact ticket) {
        return server.runs(FUNCTION).stream()
                .filter(run -> run.eventId().equals(ticket.id()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no run of " + ticket.id()));
    }
}
