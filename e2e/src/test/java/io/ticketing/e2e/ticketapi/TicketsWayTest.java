package io.ticketing.e2e.ticketapi;

import static io.ticketing.e2e.people.Patience.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A ticket from its opening to its deletion, in the hands of its requester, staff and an admin. */
@PlayedIn(World.OFFLINE)
class TicketsWayTest {
    private final Scene scene;
    private final Desk student;
    private final Desk other;
    private final Desk moderator;
    private final Desk admin;

    TicketsWayTest(Scene scene) {
        this.scene = scene;
        this.student = new Desk(scene.casting().student());
        this.other = new Desk(scene.casting().student());
        this.moderator = new Desk(scene.casting().moderator("patience"));
        this.admin = new Desk(scene.casting().admin());
    }

    @BeforeAll
    void everybodyIsKnown() {
        scene.facts().awaitDealtWith();
    }

    @Test
    void aRepeatedRequestOpensOneTicket() {
        Desk impatient = new Desk(scene.casting().student());
        TicketText text = TicketText.aboutABicycle();
        String key = Casting.unique();

        Answer first = impatient.opens(text, key).expect(201);
        Answer repeated = impatient.opens(text, key).expect(201);

        assertThat(repeated.data()).isEqualTo(first.data());
        assertThat(repeated.header("Location")).isEqualTo(first.header("Location"));
        assertThat(impatient.finds("limit=100")).containsExactly(id(first));
        impatient.opens(TicketText.aboutAPayment(), key).expect(422);
        assertThat(impatient.finds("limit=100")).hasSize(1);
    }

    @Test
    void staffFindATicketByWhatItSaysAndWhereItStands() {
        String word = Casting.unique();
        String ticketId = student.person()
                .opens(new TicketText("Printer " + word, "It prints nothing but " + word + ".", List.of("p" + word)));
        awaitAssigned(ticketId);
        String opener = student.person().id();

        assertThat(moderator.finds("q=" + word)).containsExactly(ticketId);
        assertThat(moderator.finds("hashtag=p" + word + "&status=in-progress&createdBy=" + opener))
                .containsExactly(ticketId);
        assertThat(moderator.finds("q=" + word + "&status=closed")).isEmpty();
        assertThat(moderator.finds("q=" + word + "&assignedTo=none")).isEmpty();
        assertThat(other.finds("q=" + word)).isEmpty();
        JsonNode refused = moderator
                .call(Method.GET, "/get-all-tickets?status=lost", null, Map.of())
                .expect(400)
                .json();
        assertThat(refused.path("errors").path(0).path("field").asText()).isEqualTo("status");
    }

    @Test
    void aTicketGoesThroughManyHands() {
        String ticketId = student.person().opens(TicketText.aboutABicycle());
        awaitAssigned(ticketId);

        String seen = tag(moderator.call(Method.GET, "/get-ticket/" + ticketId, null, Map.of()));
        Answer urgent =
                moderator.changes(ticketId, Map.of("priority", "high"), seen).expect(200);
        assertThat(tag(urgent)).isNotEqualTo(seen);
        moderator.changes(ticketId, Map.of("priority", "low"), seen).expect(412);
        student.changes(ticketId, Map.of("priority", "low")).expect(403);

        moderator.assigns(ticketId, student.person()).expect(409);
        moderator.unassigns(ticketId).expect(200);
        assertThat(student.person().reads(ticketId).assigneeId()).isEmpty();
        moderator.assigns(ticketId, moderator.person()).expect(200);
        assertThat(moderator.finds("assignedTo=me")).contains(ticketId);

        moderator
                .comments(ticketId, Map.of("body", "Ask the porter.", "internal", true))
                .expect(201);
        student.comments(ticketId, Map.of("body", "psst", "internal", true)).expect(403);
        moderator.comments(ticketId, Map.of("body", "Behind the library.")).expect(201);
        moderator.moves(ticketId, "resolved").expect(200);
        student.changes(ticketId, Map.of("title", "Another one")).expect(409);
        student.comments(ticketId, Map.of("body", "There is no roof.")).expect(201);
        assertThat(student.person().reads(ticketId).status()).isEqualTo("in-progress");
        assertThat(student.commentsOn(ticketId)).containsExactly("Behind the library.", "There is no roof.");
        assertThat(moderator.commentsOn(ticketId)).contains("Ask the porter.");

        moderator.moves(ticketId, "active").expect(409);
        moderator.moves(ticketId, "closed").expect(200);
        student.comments(ticketId, Map.of("body", "Hello?")).expect(409);
        assertThatTheTimelineTells(ticketId);

        moderator
                .call(Method.DELETE, "/admin/delete/" + ticketId, null, Map.of())
                .expect(403);
        admin.call(Method.DELETE, "/admin/delete/" + ticketId, null, Map.of()).expect(200);
        student.person().asksFor(ticketId).expect(404);
        moderator.call(Method.GET, "/" + ticketId + "/timeline", null, Map.of()).expect(404);
    }

    @Test
    void whoIsDeactivatedKeepsNoOpenTicket() {
        Desk leaving = new Desk(scene.casting().moderator("saddles"));
        scene.facts().awaitDealtWith();
        String ticketId = student.person().opens(TicketText.aboutABicycle());
        awaitAssigned(ticketId);
        admin.assigns(ticketId, leaving.person()).expect(200);

        admin.person().deactivates(leaving.person());

        eventually(() -> assertThat(admin.person().reads(ticketId).assigneeId())
                .isPresent()
                .get()
                .isNotEqualTo(leaving.person().id()));
        assertThat(admin.timelineOf(ticketId))
                .filteredOn(entry -> entry.path("action").asText().equals("unassigned"))
                .last()
                .satisfies(entry ->
                        assertThat(entry.path("actor").path("kind").asText()).isEqualTo("rule"));
    }

    @TestFactory
    Stream<DynamicTest> whatOneMayNotSeeIsAsGoodAsNone() {
        String hidden = student.person().opens(TicketText.aboutABicycle());
        String missing = "0".repeat(24);
        return Stream.of(
                        new Hidden(Method.GET, "/get-ticket/%s", null),
                        new Hidden(Method.PATCH, "/%s", Map.of("title", "Mine now")),
                        new Hidden(Method.GET, "/%s/timeline", null),
                        new Hidden(Method.GET, "/%s/comments", null),
                        new Hidden(Method.POST, "/%s/comments", Map.of("body", "Anybody here?")))
                .map(route -> DynamicTest.dynamicTest(
                        route.method() + " " + route.path(),
                        () -> assertThat(told(route, hidden)).isEqualTo(told(route, missing))));
    }

    @Test
    void aBrowserMaySendAndReadWhatTheTicketApiIsAbout() {
        Answer preflight = scene.api()
                .send(
                        Method.OPTIONS,
                        "/api/v1/tickets/" + "0".repeat(24),
                        Map.of(
                                "Origin", Scene.CLIENT_URL,
                                "Access-Control-Request-Method", "PATCH",
                                "Access-Control-Request-Headers", "if-match,idempotency-key,last-event-id"));
        Answer list = student.call(Method.GET, "/get-all-tickets", null, Map.of("Origin", Scene.CLIENT_URL));

        assertThat(preflight.header("Access-Control-Allow-Methods")).contains("PATCH", "DELETE");
        assertThat(preflight.header("Access-Control-Allow-Headers"))
                .containsIgnoringCase("if-match")
                .containsIgnoringCase("idempotency-key")
                .containsIgnoringCase("last-event-id");
        assertThat(list.header("Access-Control-Expose-Headers"))
                .containsIgnoringCase("etag")
                .containsIgnoringCase("location");
    }

    private void assertThatTheTimelineTells(String ticketId) {
        List<JsonNode> all = moderator.timelineOf(ticketId);
        List<JsonNode> forRequester = student.timelineOf(ticketId);

        assertThat(all)
                .extracting(entry -> entry.path("action").asText())
                .startsWith("created")
                .contains("changed", "unassigned", "assigned", "commented");
        assertThat(all)
                .filteredOn(entry -> entry.path("field").asText().equals("priority"))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.path("to").asText()).isEqualTo("high");
                    assertThat(entry.path("actor").path("username").asText())
                            .isEqualTo(moderator.person().username());
                });
        assertThat(forRequester).isNotEmpty().hasSizeLessThan(all.size());
        assertThat(forRequester)
                .extracting(entry -> entry.path("field").asText())
                .doesNotContain("summary", "helpfulNotes", "relatedSkills", "triage");
        assertThat(forRequester)
                .filteredOn(entry -> entry.path("action").asText().equals("commented"))
                .hasSize(2);
    }

    private void awaitAssigned(String ticketId) {
        eventually(() -> assertThat(admin.person().reads(ticketId).assigneeId()).isPresent());
    }

    /** The answer without what differs from one request to the next. */
    private String told(Hidden route, String ticketId) {
        Answer answer = other.call(route.method(), route.path().formatted(ticketId), route.body(), Map.of())
                .expect(404);
        String trace = answer.json().path("traceId").asText();
        return answer.header("Content-Type")
                + answer.body().replace(ticketId, "").replace(trace, "");
    }

    private static String id(Answer opened) {
        return opened.data().path("_id").asText();
    }

    private static String tag(Answer answer) {
        return requireNonNull(answer.expect(200).header("ETag"), "ETag");
    }

    /** A route that says nothing about tickets of others. */
    private record Hidden(
            Method method, String path, @Nullable Object body) {}
}
