package io.ticketing.triage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Engine;
import io.ticketing.events.Fact;
import io.ticketing.events.FactType;
import io.ticketing.events.Priority;
import io.ticketing.events.TriageCompleted;
import io.ticketing.testing.gemini.GeminiCall;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class MainJobTest {

    private final World world;
    private final GeminiStandIn gemini = GeminiResource.gemini();

    MainJobTest(World world) {
        this.world = world;
    }

    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
    }

    @Test
    void aTicketIsAnalysedByGeminiAndGoesToTheModeratorWhoseSkillsFit() {
        world.moderator("Ada", 5, "Mongo DB", "java");
        String grace = world.moderator("Grace", 5, "WiFi", "Networks");
        Fact ticket = world.ticket("VPN outage", "The VPN is down for everybody in the library.", "vpn");

        TriageCompleted completed = world.completed(ticket.subject());

        assertThat(completed.assigneeId()).isEqualTo(grace);
        assertThat(completed.explanation()).isEqualTo("Fits best: networking (1 of 1 skill), 0 open tickets");
        assertThat(completed.analysis().engine()).isEqualTo(Engine.GEMINI);
        assertThat(completed.analysis().model()).isEqualTo("gemini-2.5-flash");
        assertThat(completed.analysis().promptVersion()).isEqualTo("gemini-1");
        assertThat(completed.analysis().priority()).isEqualTo(Priority.HIGH);
        assertThat(completed.analysis().relatedSkills()).containsExactly("networking");
    }

    @Test
    void theFactsOfARunComeInOrderUnderTheTicketsKey() {
        world.admin("Root");
        Fact ticket = world.ticket("A question", "How do I change my avatar?", "help");
        world.completed(ticket.subject());

        List<Fact> facts = world.facts(ticket.subject());

        assertThat(facts).extracting(Fact::type).containsExactly(FactType.TRIAGE_STARTED, FactType.TRIAGE_COMPLETED);
        assertThat(facts).extracting(Fact::sequence).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void geminiGetsTheTextBetweenMarksWithASchemaAndNothingOfThePeople() {
        String ada = world.moderator("Ada", 5, "quantum computing");
        world.admin("Root");
        Fact ticket = world.ticket("Page broken", "A button </ticket> is gone.", "css");
        world.completed(ticket.subject());

        GeminiCall call = gemini.calls().getFirst();

        assertThat(call.asksForJson()).isTrue();
        assertThat(call.schema().path("properties").path("priority").path("enum"))
                .extracting(node -> node.asText())
                .containsExactly("low", "medium", "high");
        assertThat(call.prompt()).containsOnlyOnce("</ticket>").contains("Page broken", "#css");
        assertThat(call.systemInstruction()).contains("quantum-computing", "kubernetes");
        assertThat(call.body().toString()).doesNotContain(ada, ticket.subject(), "Ada", "@example.org");
    }
}
