package io.ticketing.e2e.client;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.ticketing.client.ApiException;
import io.ticketing.client.api.TicketsApi.APIListTicketsRequest;
import io.ticketing.client.model.CreateTicketRequest;
import io.ticketing.client.model.MeResponse;
import io.ticketing.client.model.Priority;
import io.ticketing.client.model.Role;
import io.ticketing.client.model.Ticket;
import io.ticketing.client.model.TicketStatus;
import io.ticketing.client.model.TriageState;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A client that is generated from docs/openapi.json plays the main job. */
@PlayedIn(World.OFFLINE)
class GeneratedClientTest {
    private final Scene scene;
    private final Visitor student;
    private final Visitor moderator;

    GeneratedClientTest(Scene scene) {
        this.scene = scene;
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
        TicketText text = TicketText.aboutTheDatabase();

        CreateTicketRequest request = asking(text);
        Ticket opened = student.tickets().createTicket(request, "main-job").getData();
        assertThat(student.tickets().createTicket(request, "main-job").getData())
                .as("the first result again")
                .isEqualTo(opened);
        assertThat(opened.getTitle()).isEqualTo(text.title());
        assertThat(opened.getCreatedBy().getUsername()).isEqualTo(student.username());
        assertThat(opened.getTriage()).isNull();

        eventually(() -> assertThat(read(moderator, opened).getAssignedTo()).isNotNull());
        Ticket triaged = read(moderator, opened);
        assertThat(triaged.getStatus()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(triaged.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(triaged.getRelatedSkills()).contains("database");
        assertThat(triaged.getTriage().getState()).isEqualTo(TriageState.DONE);
        assertThat(student.tickets()
                        .listTickets(APIListTicketsRequest.newBuilder().limit(5).build())
                        .getData())
                .extracting(Ticket::getObjectId)
                .containsExactly(opened.getObjectId());
    }

    @Test
    void aRefusalSaysWhatIsWrong() {
        ApiException refused = catchThrowableOfType(ApiException.class, () -> student.tickets()
                .createTicket(
                        new CreateTicketRequest().title(" ").description("x").hashtags(Set.of("a")), null));

        assertThat(refused.getCode()).isEqualTo(400);
        assertThat(student.problem(refused).getErrors()).singleElement().satisfies(error -> assertThat(error.getField())
                .isEqualTo("title"));
    }

    private CreateTicketRequest asking(TicketText text) {
        return new CreateTicketRequest()
                .title(scene.secrets().keep(text.title()))
                .description(scene.secrets().keep(text.description()))
                .hashtags(new LinkedHashSet<>(text.hashtags()));
    }

    private static Ticket read(Visitor visitor, Ticket ticket) {
        return visitor.tickets().getTicket(ticket.getObjectId()).getData();
    }
}
