package io.ticketing.e2e.standing;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.Part;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import io.ticketing.testing.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What ends or lowers somebody's standing does so everywhere, at once and for good. */
@PlayedIn(World.IDENTITY)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StandingTest {
    private static final int AWAY = 503;

    /** What the documentation promises, from the answer on. */
    private static final Duration AT_ONCE = Duration.ofSeconds(1);

    private static final List<Part> SERVICES =
            List.of(Part.AUTH_SERVICE, Part.TICKET_SERVICE, Part.TRIAGE_WORKER, Part.NOTIFICATION_SERVICE);

    private final Scene scene;
    private final Person admin;
    private final String ticketId;
    private final Map<Act, Person> metWhileAllRan;
    private final Map<Act, Person> metDuringAnOutage;
    private final List<Duration> delays = new ArrayList<>();

    StandingTest(Scene scene) {
        this.scene = scene;
        this.admin = scene.casting().admin();
        this.ticketId = scene.casting().student().opens(TicketText.aboutABicycle());
        this.metWhileAllRan = anAdminForEachAct();
        this.metDuringAnOutage = anAdminForEachAct();
        scene.facts().awaitDealtWith();
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    @Order(1)
    void everyServiceKnows(Act act) {
        // Given
        Person somebody = metWhileAllRan.get(act);
        assertThat(statuses(somebody)).containsExactly(200, 200);

        // When
        act.happensTo(somebody, admin, scene);
        Instant answered = Instant.now();

        // Then
        Eventually.eventually(() -> assertThat(statuses(somebody)).isEqualTo(statusesAfter(act)));
        delays.add(Duration.between(answered, Instant.now()));
        assertThat(statuses(somebody)).isEqualTo(statusesAfter(act));
    }

    /** Half of them at least: a pause of the machine tells nothing of the others. */
    @Test
    @Order(2)
    void theyKnewWithinASecond() {
        assertThat(delays).hasSize(Act.values().length);
        assertThat(delays.stream().sorted().toList().get(delays.size() / 2)).isLessThan(AT_ONCE);
    }

    @Test
    @Order(3)
    void aServiceThatWasDownMeanwhileKnowsBeforeItAnswers() {
        // Given
        metDuringAnOutage.values().forEach(somebody -> assertThat(statuses(somebody))
                .containsExactly(200, 200));
        scene.stack().kill(Part.TICKET_SERVICE);

        // When
        metDuringAnOutage.forEach((act, somebody) -> act.happensTo(somebody, admin, scene));
        CompletableFuture<String> up = CompletableFuture.supplyAsync(scene.stack()::up);

        // Then
        while (!up.isDone()) {
            assertThat(metDuringAnOutage)
                    .allSatisfy((act, somebody) ->
                            assertThat(somebody.asksFor(ticketId).status()).isIn(act.statusOfTickets(), AWAY));
        }
        up.join();
        assertThat(metDuringAnOutage)
                .allSatisfy((act, somebody) -> assertThat(statuses(somebody)).isEqualTo(statusesAfter(act)));
    }

    @Test
    @Order(4)
    void allOfItOutlivesTheDeathOfEveryService() {
        // When
        SERVICES.forEach(scene.stack()::kill);
        scene.stack().up();

        // Then
        assertThat(List.of(metWhileAllRan, metDuringAnOutage)).allSatisfy(people -> assertThat(people)
                .allSatisfy((act, somebody) -> assertThat(statuses(somebody)).isEqualTo(statusesAfter(act))));
        assertThat(statuses(admin)).containsExactly(200, 200);
    }

    private Map<Act, Person> anAdminForEachAct() {
        Map<Act, Person> people = new EnumMap<>(Act.class);
        for (Act act : Act.values()) {
            people.put(act, scene.casting().admin());
        }
        return people;
    }

    /** What auth-service and ticket-service answer. */
    private List<Integer> statuses(Person somebody) {
        return List.of(
                somebody.api()
                        .get("/auth/get-users-account?limit=1", somebody.token())
                        .status(),
                somebody.asksFor(ticketId).status());
    }

    private static List<Integer> statusesAfter(Act act) {
        return List.of(act.statusOfAuth(), act.statusOfTickets());
    }
}
