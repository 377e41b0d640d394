package io.ticketing.triage;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketAssigned;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TriageCompleted;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.testing.gemini.GeminiMood;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.mongo.Traces;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.desk.Desks;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Utils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of triage's knowledge of a ticket that is deleted or says something else, told as ticket-service tells it. */
@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class ForgottenTicketTest {

    private static final int PARTITIONS = 3;

    private final World world;
    private final Desks desks;
    private final GeminiStandIn gemini = GeminiResource.gemini();
    private final MongoDatabase database = MongoResource.mongo().client().getDatabase("triage");

    ForgottenTicketTest(World world, Desks desks) {
        this.world = world;
        this.desks = desks;
    }

    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
    }

    @Test
    void ofADeletedTicketNothingStaysButItsId() {
        String ada = world.moderator("Ada", 5, "networking");
        Fact ticket = world.ticket("VPN zebrafish", "The VPN is down, says my zebrafish.", "vpn");
        world.completed(ticket.subject());
        world.assigned(ticket.subject(), ada, Actor.rule());
        world.reworded(ticket, "VPN okapi", "The VPN is down, says my okapi.", "vpn");
        awaitRuns(ticket, 2);

        world.ticketDeleted(ticket.subject());

        awaitRuns(ticket, 0);
        eventually(() -> assertThat(desks.holder(ticket.subject())).isEmpty());
        assertThat(Traces.of(database, "zebrafish", "okapi")).isEmpty();
    }

    @Test
    void whatIsToldOfItAgainBringsNothingBack() {
        String ada = world.moderator("Ada", 5, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(ticket.subject());
        Fact assigned = assigned(ticket, ada);
        world.send(assigned);
        Fact reworded = world.reworded(ticket, "VPN", "It is slow.", "vpn");
        awaitRuns(ticket, 2);
        Fact deleted = world.ticketDeleted(ticket.subject());

        world.send(ticket);
        world.send(assigned);
        world.send(assigned(ticket, ada));
        world.send(reworded);
        world.moved(ticket.subject(), TicketStatus.RESOLVED, TicketStatus.IN_PROGRESS);
        world.unassigned(ticket.subject(), ada, Actor.rule());
        world.send(deleted);
        awaitAllHeard(ticket);

        assertThat(runs(ticket)).isZero();
        assertThat(desks.holder(ticket.subject())).isEmpty();
        assertThat(world.facts(ticket.subject()).stream().filter(fact -> fact.data() instanceof TriageCompleted))
                .hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void aRunThatIsUnderWayEndsWithoutAResult() {
        String ada = world.moderator("Ada", 1, "networking");
        gemini.mood(GeminiMood.SILENT);
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        eventually(() -> assertThat(gemini.calls()).hasSize(1));

        world.ticketDeleted(ticket.subject());
        awaitRuns(ticket, 0);
        gemini.mood(GeminiMood.HEALTHY);

        Fact next = world.ticket("DNS outage", "DNS is down.", "dns");
        assertThat(world.completed(next.subject()).assigneeId()).isEqualTo(ada);
        assertThat(world.facts(ticket.subject())).hasSizeLessThanOrEqualTo(1);
        assertThat(desks.holder(ticket.subject())).isEmpty();
    }

    @Test
    void itsPlaceIsFreeForWhatWaits() {
        String ada = world.moderator("Ada", 1, "networking");
        Fact first = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(first.subject());
        world.assigned(first.subject(), ada, Actor.rule());
        Fact second = world.ticket("DNS outage", "DNS is down.", "dns");
        world.told(second.subject(), TriageQueued.class);

        world.ticketDeleted(first.subject());

        assertThat(world.completed(second.subject()).assigneeId()).isEqualTo(ada);
    }

    @Test
    void aNewWordingIsAnalysedAndTheAssigneeStays() {
        String ada = world.moderator("Ada", 5, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(ticket.subject());
        world.assigned(ticket.subject(), ada, Actor.rule());
        world.moderator("Grace", 5, "python");

        Fact reworded = world.reworded(ticket, "Import", "The Django import is slow.", "python");

        TriageCompleted again = completedBy(reworded);
        assertThat(again.ticketVersion()).isEqualTo(reworded.sequence());
        assertThat(again.assigneeId()).isEqualTo(ada);
        assertThat(again.explanation()).isEqualTo("Somebody has it already, and keeps it");
        assertThat(again.analysis().relatedSkills()).contains("python");
        assertThat(gemini.calls()).hasSize(2);
        assertThat(desks.holder(ticket.subject())).hasValue(ada);
    }

    @Test
    void aTicketThatAPersonTookAwayIsAnalysedAgainAndLeftToPeople() {
        String ada = world.moderator("Ada", 5, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(ticket.subject());
        world.assigned(ticket.subject(), ada, Actor.rule());
        world.unassigned(ticket.subject(), ada, Actor.person(ada));

        Fact reworded = world.reworded(ticket, "VPN", "It is slow.", "vpn");

        TriageNeedsReview review = world.told(ticket.subject(), TriageNeedsReview.class);
        assertThat(review.ticketVersion()).isEqualTo(reworded.sequence());
        assertThat(review.analysis()).isNotNull();
        assertThat(review.reason()).contains("A person took the ticket");
        assertThat(desks.holder(ticket.subject())).isEmpty();
    }

    @Test
    void whatARuleTookAwayAfterwardsIsGivenOnAgain() {
        String ada = world.moderator("Ada", 5, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(ticket.subject());
        world.assigned(ticket.subject(), ada, Actor.rule());
        world.unassigned(ticket.subject(), ada, Actor.person(ada));
        world.assigned(ticket.subject(), ada, Actor.person(ada));
        world.unassigned(ticket.subject(), ada, Actor.rule());

        Fact reworded = world.reworded(ticket, "VPN", "It is slow.", "vpn");

        assertThat(completedBy(reworded).assigneeId()).isEqualTo(ada);
    }

    private TriageCompleted completedBy(Fact cause) {
        eventually(() -> assertThat(completions(cause)).isNotEmpty());
        return completions(cause).getFirst();
    }

    private List<TriageCompleted> completions(Fact cause) {
        return world.facts(cause.subject()).stream()
                .map(Fact::data)
                .filter(TriageCompleted.class::isInstance)
                .map(TriageCompleted.class::cast)
                .filter(completed -> completed.runId().equals(cause.id()))
                .toList();
    }

    private static Fact assigned(Fact ticket, String userId) {
        return Fact.of(
                ticket.subject(),
                9,
                Instant.now(),
                new TicketAssigned(
                        ticket.subject(), "A", userId, null, null, null, List.of(), "so it is", Actor.rule()));
    }

    private void awaitRuns(Fact ticket, long number) {
        eventually(() -> assertThat(runs(ticket)).isEqualTo(number));
    }

    private long runs(Fact ticket) {
        return database.getCollection("runs").countDocuments(Filters.eq("ticketId", ticket.subject()));
    }

    /** What lies in the same partition behind all that was sent is heard of last. */
    private void awaitAllHeard(Fact ticket) {
        Fact marker = Stream.generate(() -> World.created("Marker", "Nothing else."))
                .filter(candidate -> partition(candidate) == partition(ticket))
                .findFirst()
                .orElseThrow();
        world.send(marker);
        awaitRuns(marker, 1);
    }

    private static int partition(Fact fact) {
        return Utils.toPositive(Utils.murmur2(fact.subject().getBytes(StandardCharsets.UTF_8))) % PARTITIONS;
    }
}
