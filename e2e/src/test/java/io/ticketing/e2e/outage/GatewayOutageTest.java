package io.ticketing.e2e.outage;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.input.Problems;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The way in, and the services behind it, go and come back. */
@PlayedIn(World.OFFLINE)
class GatewayOutageTest {
    private final Scene scene;
    private final Person student;

    GatewayOutageTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        scene.casting().admin();
    }

    @AfterEach
    void everythingRunsAgain() {
        scene.stack().up();
    }

    @Test
    void ticketsAndTokensOutliveTheGateway() {
        // Given
        String ticketId = student.opens(TicketText.aboutABicycle());
        scene.stack().kill(Part.GATEWAY);

        // When
        scene.stack().up();

        // Then
        eventually(() -> assertThat(student.reads(ticketId).assigneeId()).isPresent());
    }

    @Test
    void aServiceThatIsAwayIsAProblemThatSaysWhenToComeBack() {
        // Given
        scene.stack().kill(Part.TICKET_SERVICE);

        // When
        Answer answer = scene.api().get("/tickets/get-all-tickets", student.token());

        // Then
        Problems.assertProblem(answer, 503);
        assertThat(answer.header("Retry-After")).isNotBlank();
    }
}
