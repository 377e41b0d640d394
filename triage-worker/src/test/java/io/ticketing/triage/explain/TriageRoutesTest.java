package io.ticketing.triage.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Fact;
import io.ticketing.events.TicketStatus;
import io.ticketing.events.TriageNeedsReview;
import io.ticketing.events.TriageQueued;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.http.ServiceAnswer;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
class TriageRoutesTest {

    private static final Instant EARLY = Instant.parse("2026-11-25T08:00:00Z");

    private final World world;
    private final ServiceApi moderator = ServiceApi.as("moderator");

    TriageRoutesTest(World world) {
        this.world = world;
    }

    @BeforeEach
    void start() {
        world.clear();
        GeminiResource.gemini().reset();
    }

    @Test
    void aRunIsToldStepByStepWithEverybodyWhoWasConsidered() {
        String ada = world.moderator("Ada", 3, "networking");
        String bob = world.moderator("Bob", 3, "python");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.completed(ticket.subject());

        JsonNode run = ended(ticket.subject(), "done");

        assertThat(run.path("runId").asText()).isEqualTo(ticket.id());
        assertThat(run.path("cause").asText()).isEqualTo("created");
        assertThat(run.path("engine").asText()).isEqualTo("gemini");
        assertThat(run.path("promptVersion").asText()).isNotEmpty();
        assertThat(run.path("analysis").path("priority").asText()).isEqualTo("high");
        assertThat(run.path("sought").path("priority").asText()).isEqualTo("high");
        assertThat(run.path("sought").path("skills").valueStream())
                .extracting(JsonNode::asText)
                .containsExactly("networking");
        assertThat(run.path("steps").valueStream())
                .extracting(
                        step -> step.path("name").asText(),
                        step -> step.path("state").asText(),
                        step -> step.path("endedAt").isTextual())
                .containsExactly(
                        tuple("start", "done", true),
                        tuple("analyse", "done", true),
                        tuple("assign", "done", true),
                        tuple("complete", "done", true));
        assertThat(run.path("attempts").valueStream())
                .extracting(attempt -> attempt.path("outcome").asText())
                .containsExactly("answered");
        assertThat(run.path("assignee").path("username").asText()).isEqualTo("Ada");
        assertThat(run.path("explanation").asText()).contains("Fits best");
        assertThat(run.path("candidates").valueStream())
                .extracting(
                        one -> one.path("user").path("id").asText(),
                        one -> one.path("score").asText(null),
                        one -> one.path("exclusion").asText(null),
                        one -> one.path("chosen").asBoolean())
                .containsExactlyInAnyOrder(
                        tuple(ada, "1 of 1 skills, open tickets: 0, never had one", null, true),
                        tuple(bob, null, "has none of the skills", false));
        assertThat(run.path("earlier")).isEmpty();
    }

    @Test
    void whoeverWasDeletedHasNoNameAnyMore() {
        String ada = world.moderator("Ada", 3, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        ended(ticket.subject(), "done");

        world.deleted(ada);

        assertThat(explained(ticket.subject()).path("assignee").path("username").asText())
                .isEqualTo("deleted user");
    }

    @Test
    void aTicketIsTriagedAgainByAnotherRunAndKeepsItsAssignee() {
        String ada = world.moderator("Ada", 3, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        ended(ticket.subject(), "done");
        world.assigned(ticket.subject(), ada, Actor.ai());

        ServiceAnswer retried = moderator.post("/triage/tickets/" + ticket.subject() + "/retry");

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.json().path("statusCode").asInt()).isEqualTo(202);
        assertThat(retried.data().path("cause").asText()).isEqualTo("retried");
        JsonNode run = ended(ticket.subject(), "done");
        assertThat(run.path("runId").asText()).isNotEqualTo(ticket.id());
        assertThat(run.path("assignee").path("id").asText()).isEqualTo(ada);
        assertThat(run.path("earlier").valueStream())
                .extracting(earlier -> earlier.path("runId").asText())
                .containsExactly(ticket.id());
        assertThat(GeminiResource.gemini().calls()).hasSize(2);
    }

    @Test
    void aRunThatIsUnderWayIsNotBegunAgain() {
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.told(ticket.subject(), TriageQueued.class);

        ServiceAnswer retried = moderator.post("/triage/tickets/" + ticket.subject() + "/retry");

        assertThat(retried.status()).isEqualTo(202);
        assertThat(retried.data().path("runId").asText()).isEqualTo(ticket.id());
        assertThat(retried.data().path("state").asText()).isEqualTo("queued");
        assertThat(retried.data().path("earlier")).isEmpty();
    }

    @Test
    void aTicketThatIsOverOrGoneIsNotTriagedAgain() {
        Fact closed = world.ticket("VPN outage", "The VPN is down.", "vpn");
        world.moved(closed.subject(), TicketStatus.IN_PROGRESS, TicketStatus.CLOSED);
        ended(closed.subject(), "needs-review");
        Fact gone = world.ticket("DNS outage", "DNS is down.", "dns");
        world.told(gone.subject(), TriageQueued.class);
        world.ticketDeleted(gone.subject());
        Eventually.eventually(() -> assertThat(
                        moderator.get("/triage/tickets/" + gone.subject()).status())
                .isEqualTo(404));

        assertThat(retry(closed.subject())).isEqualTo(409);
        assertThat(retry(gone.subject())).isEqualTo(404);
        assertThat(retry(new ObjectId().toHexString())).isEqualTo(404);
        assertThat(retry("no-id")).isEqualTo(404);
    }

    @Test
    void theQueueSaysWhyAndUntilWhenATicketWaits() {
        world.moderator("Ada", 1, "networking");
        Fact first = world.ticket("VPN outage", "The VPN is down.", "vpn");
        ended(first.subject(), "done");
        Fact second = world.ticket("DNS outage", "DNS is down.", "dns");
        world.told(second.subject(), TriageQueued.class);

        List<JsonNode> waiting = queue();

        assertThat(waiting).hasSize(1);
        JsonNode entry = waiting.getFirst();
        assertThat(entry.path("ticketId").asText()).isEqualTo(second.subject());
        assertThat(entry.path("state").asText()).isEqualTo("queued");
        assertThat(entry.path("priority").asText()).isEqualTo("high");
        assertThat(entry.path("reason").asText()).contains("full or away");
        assertThat(Instant.parse(entry.path("until").asText()))
                .isEqualTo(Instant.parse(entry.path("since").asText()).plusSeconds(4 * 3600));
    }

    @Test
    void aTicketNeedsReviewUntilAPersonHasSeenToIt() {
        Fact ticket = World.created("VPN outage", "The VPN is down.", "vpn");
        String person = new ObjectId().toHexString();
        world.unassigned(ticket.subject(), person, Actor.person(person));
        world.send(ticket);
        world.told(ticket.subject(), TriageNeedsReview.class);

        assertThat(queue())
                .extracting(entry -> entry.path("ticketId").asText(), entry -> entry.path("state")
                        .asText())
                .containsExactly(tuple(ticket.subject(), "needs-review"));
        assertThat(queue().getFirst().path("reason").asText()).startsWith("A person took");
        assertThat(queue().getFirst().path("until").isNull()).isTrue();

        world.assigned(ticket.subject(), person, Actor.person(person));

        Eventually.eventually(() -> assertThat(queue()).isEmpty());
    }

    @Test
    void aTicketThatAPersonTookFromWhoeverHadItNeedsReviewThoughItsRunIsDone() {
        String ada = world.moderator("Ada", 3, "networking");
        Fact ticket = world.ticket("VPN outage", "The VPN is down.", "vpn");
        ended(ticket.subject(), "done");
        world.assigned(ticket.subject(), ada, Actor.ai());

        world.unassigned(ticket.subject(), ada, Actor.person(ada));

        Eventually.eventually(() -> assertThat(queue())
                .extracting(entry -> entry.path("ticketId").asText(), entry -> entry.path("state")
                        .asText())
                .containsExactly(tuple(ticket.subject(), "needs-review")));
        assertThat(queue().getFirst().path("reason").asText()).startsWith("A person took");
    }

    @Test
    void aTicketForWhichSomebodyWasFoundNeedsReviewWhenItDoesNotBecomeHis() {
        Instant now = Instant.now();
        String refused = new ObjectId().toHexString();
        waiting("refused", refused, "DONE", 2, EARLY);
        waiting("onItsWay", new ObjectId().toHexString(), "DONE", 2, EARLY);
        waiting("untold", new ObjectId().toHexString(), "DONE", 2, EARLY);
        collection("runs").updateOne(Filters.eq("_id", "refused"), Updates.set("steps.COMPLETE", now.minusSeconds(90)));
        collection("runs").updateOne(Filters.eq("_id", "onItsWay"), Updates.set("steps.COMPLETE", now));
        collection("runs")
                .updateOne(
                        Filters.eq("_id", "untold"),
                        Updates.combine(
                                Updates.set("steps.COMPLETE", now.minusSeconds(90)),
                                Updates.set("outbox", new Document("facts", List.of()))));

        assertThat(queue())
                .extracting(entry -> entry.path("ticketId").asText(), entry -> entry.path("state")
                        .asText())
                .containsExactly(tuple(refused, "needs-review"));
        assertThat(queue().getFirst().path("reason").asText()).startsWith("Triage found somebody");
    }

    @Test
    void whatNeedsReviewIsAsUrgentAsAPersonSays() {
        String urgent = new ObjectId().toHexString();
        waiting("medium", new ObjectId().toHexString(), "NEEDS_REVIEW", 2, EARLY);
        waiting("urgent", urgent, "NEEDS_REVIEW", 1, EARLY.plusSeconds(1));
        collection("cases").updateOne(Filters.eq("_id", urgent), Updates.set("priority", "HIGH"));

        assertThat(queue())
                .extracting(entry -> entry.path("runId").asText(), entry -> entry.path("priority")
                        .asText())
                .containsExactly(tuple("urgent", "high"), tuple("medium", "medium"));
    }

    @Test
    void theQueueHasTheOrderInWhichItIsServedAndReviewsLastOverAllItsPages() {
        String retried = new ObjectId().toHexString();
        waiting("lowOld", new ObjectId().toHexString(), "QUEUED", 1, EARLY);
        waiting("highNew", new ObjectId().toHexString(), "QUEUED", 3, EARLY.plusSeconds(2));
        waiting("highOld", new ObjectId().toHexString(), "QUEUED", 3, EARLY.plusSeconds(1));
        waiting("unread", new ObjectId().toHexString(), "NEEDS_REVIEW", null, EARLY);
        waiting("unreadToo", new ObjectId().toHexString(), "NEEDS_REVIEW", null, EARLY);
        waiting("lookedAt", new ObjectId().toHexString(), "NEEDS_REVIEW", 2, EARLY.plusSeconds(3));
        waiting("seenTo", retried, "NEEDS_REVIEW", 2, EARLY);
        waiting("seenTo-r0001", retried, "DONE", 2, EARLY);

        List<String> ids = new ArrayList<>();
        String cursor = "";
        do {
            ServiceAnswer page = moderator.get("/triage/queue?limit=1" + cursor);
            page.data().forEach(entry -> ids.add(entry.path("runId").asText()));
            cursor = page.nextCursor().isEmpty() ? "" : "&cursor=" + page.nextCursor();
        } while (!cursor.isEmpty());

        assertThat(ids).containsExactly("highOld", "highNew", "lowOld", "lookedAt", "unread", "unreadToo");
        assertThat(queue()).extracting(entry -> entry.path("runId").asText()).containsExactlyElementsOf(ids);
    }

    @Test
    void onlyStaffAskAndABadQueryIsNamed() {
        ServiceApi student = ServiceApi.as("student");
        String ticket = "/triage/tickets/" + new ObjectId().toHexString();

        assertThat(Stream.of(student.get("/triage/queue"), student.get(ticket), student.post(ticket + "/retry")))
                .extracting(ServiceAnswer::status)
                .containsOnly(403);
        assertThat(moderator.get(ticket).status()).isEqualTo(404);
        assertThat(moderator.get("/triage/queue?limit=101").faultyFields()).containsExactly("limit");
        assertThat(moderator.get("/triage/queue?cursor=x").faultyFields()).containsExactly("cursor");
    }

    private int retry(String ticketId) {
        return moderator.post("/triage/tickets/" + ticketId + "/retry").status();
    }

    private List<JsonNode> queue() {
        return moderator.get("/triage/queue").data().valueStream().toList();
    }

    private JsonNode explained(String ticketId) {
        return moderator.get("/triage/tickets/" + ticketId).data();
    }

    /** The run of that ticket that counts, as soon as it is in that state. */
    private JsonNode ended(String ticketId, String state) {
        Eventually.eventually(
                () -> assertThat(explained(ticketId).path("state").asText()).isEqualTo(state));
        return explained(ticketId);
    }

    /** A run as the worker leaves it; nobody is there who could take it. */
    private static void waiting(String id, String ticketId, String state, Integer rank, Instant createdAt) {
        Document run = new Document("_id", id)
                .append("ticketId", ticketId)
                .append("ticketVersion", 1L)
                .append("requesterId", new ObjectId().toHexString())
                .append("title", id)
                .append("state", state)
                .append("next", "ASSIGN")
                .append("createdAt", createdAt)
                .append("queuedAt", createdAt)
                .append("reason", "so it is")
                .append("candidates", List.of());
        if (rank != null) {
            run.append("rank", rank);
        }
        collection("runs").insertOne(run);
        collection("cases")
                .updateOne(
                        Filters.eq("_id", ticketId),
                        Updates.setOnInsert("handled", List.of()),
                        new UpdateOptions().upsert(true));
    }

    private static MongoCollection<Document> collection(String name) {
        return MongoResource.mongo().client().getDatabase("triage").getCollection(name);
    }
}
