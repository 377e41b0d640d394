package io.ticketing.e2e.client;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ticketing.client.ApiException;
import io.ticketing.client.ApiResponse;
import io.ticketing.client.api.TicketsApi.APICreateTicketRequest;
import io.ticketing.client.api.TicketsApi.APIGetTicketRequest;
import io.ticketing.client.api.TicketsApi.APIListTicketsRequest;
import io.ticketing.client.model.AssignTicketRequest;
import io.ticketing.client.model.ChangeTicketRequest;
import io.ticketing.client.model.Comment;
import io.ticketing.client.model.CommentRequest;
import io.ticketing.client.model.CreateTicketRequest;
import io.ticketing.client.model.EnvelopeTicketView;
import io.ticketing.client.model.MeResponse;
import io.ticketing.client.model.Priority;
import io.ticketing.client.model.Role;
import io.ticketing.client.model.Ticket;
import io.ticketing.client.model.TicketStatus;
import io.ticketing.client.model.TimelineAction;
import io.ticketing.client.model.TimelineEntry;
import io.ticketing.client.model.TriageState;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that is generated from docs/openapi.json plays the main job. */
@PlayedIn(World.OFFLINE)
class GeneratedClientTest {
    private final Visitor student;
    private final Visitor moderator;

    GeneratedClientTest(Scene scene) {
        student = new Visitor(scene, Role.STUDENT);
        moderator = new Visitor(scene, Role.MODERATOR);
    }

    @BeforeAll
    void theyComeIn() {
        moderator.registers().onboards(Role.MODERATOR, List.of("databases", "MongoDB"));
        student.registers().onboards(Role.STUDENT, List.of("patience"));
    }

    @Test
    void whoeverCameInIsKnown() {
        MeResponse me = moderator.auth().getMe();

        assertThat(me.getUser().getUsername()).isEqualTo(moderator.username());
        assertThat(me.getUser().getRole()).isEqualTo(Role.MODERATOR);
        assertThat(me.getUser().getCapacity()).isPositive();
        assertThat(me.getAuthType()).isEqualTo("jwt");
        assertThat(student.onboarding().checkOnboarding().getHasOnboardingCompleted())
                .isTrue();
    }

    @Test
    void theMainJob() {
        String id = student.opens(TicketText.aboutTheDatabase());
        eventually(() -> assertThat(moderator.reads(id).getAssignedTo()).isNotNull());
        assertThatItIsTriaged(id);

        moderator.says(
                id, new CommentRequest().body("Again the index of last week.").internal(true));
        moderator.says(id, new CommentRequest().body("The index is gone, please try again."));
        ApiResponse<EnvelopeTicketView> seen = moderator
                .tickets()
                .getTicketWithHttpInfo(APIGetTicketRequest.newBuilder().id(id).build());
        assertThat(moderator.moves(id, TicketStatus.RESOLVED, tagOf(seen)).getStatus())
                .isEqualTo(TicketStatus.RESOLVED);
        ApiException late =
                catchThrowableOfType(ApiException.class, () -> moderator.moves(id, TicketStatus.CLOSED, tagOf(seen)));
        assertThat(late.getCode()).isEqualTo(412);

        assertThat(student.timelineOf(id))
                .extracting(TimelineEntry::getAction)
                .startsWith(TimelineAction.CREATED)
                .contains(TimelineAction.ASSIGNED, TimelineAction.COMMENTED);
        assertThat(student.timelineOf(id))
                .filteredOn(entry -> "status".equals(entry.getField()))
                .last()
                .satisfies(entry -> {
                    assertThat(entry.getTo()).isEqualTo("resolved");
                    assertThat(entry.getActor().getUsername()).isEqualTo(moderator.username());
                });
        student.says(id, new CommentRequest().body("It still times out."));
        assertThat(student.reads(id).getStatus()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(student.commentsOn(id))
                .extracting(Comment::getBody)
                .containsExactly("The index is gone, please try again.", "It still times out.");
        assertThat(student.commentsOn(id)).extracting(Comment::getInternal).containsOnlyNulls();
        assertThat(moderator.commentsOn(id)).extracting(Comment::getInternal).containsExactly(true, false, false);
    }

    @Test
    void staffChangeWhatItTakesAndWhoDoesIt() {
        String id = student.opens(TicketText.aboutTheDatabase());
        eventually(() -> assertThat(moderator.reads(id).getAssignedTo()).isNotNull());

        Ticket changed = moderator.changes(id, new ChangeTicketRequest().priority(Priority.MEDIUM));
        Ticket taken = moderator.assigns(
                id,
                new AssignTicketRequest()
                        .assigneeId(moderator.auth().getMe().getUser().getId()));
        Ticket left = moderator.assigns(id, new AssignTicketRequest());

        assertThat(changed.getPriority()).isEqualTo(Priority.MEDIUM);
        assertThat(changed.getHashtags()).isEqualTo(student.reads(id).getHashtags());
        assertThat(taken.getAssignedTo().getUsername()).isEqualTo(moderator.username());
        assertThat(left.getAssignedTo()).isNull();
    }

    @Test
    void aRequestThatIsRepeatedOpensOneTicket() {
        APICreateTicketRequest request = APICreateTicketRequest.newBuilder()
                .createTicketRequest(student.asking(TicketText.aboutAPayment()))
                .idempotencyKey(Casting.unique())
                .build();

        Ticket first = student.tickets().createTicket(request).getData();
        Ticket again = student.tickets().createTicket(request).getData();

        assertThat(again).isEqualTo(first);
        assertThat(student.tickets()
                        .listTickets(APIListTicketsRequest.newBuilder()
                                .hashtag("billing")
                                .limit(5)
                                .build())
                        .getData())
                .extracting(Ticket::getObjectId)
                .containsExactly(first.getObjectId());
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        APICreateTicketRequest blank = APICreateTicketRequest.newBuilder()
                .createTicketRequest(
                        new CreateTicketRequest().title(" ").description("x").hashtags(Set.of("a")))
                .build();

        ApiException refused =
                catchThrowableOfType(ApiException.class, () -> student.tickets().createTicket(blank));

        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(student.problem(refused).getErrors()).singleElement().satisfies(error -> assertThat(error.getField())
                .isEqualTo("title"));
    }

    private void assertThatItIsTriaged(String id) {
        Ticket triaged = moderator.reads(id);
        assertThat(triaged.getStatus()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(triaged.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(triaged.getRelatedSkills()).contains("database");
        assertThat(triaged.getTriage().getState()).isEqualTo(TriageState.DONE);
        assertThat(student.reads(id).getTriage()).isNull();
    }

    private static String tagOf(ApiResponse<?> answer) {
        return answer.getHeaders().get("etag").getFirst();
    }
}
