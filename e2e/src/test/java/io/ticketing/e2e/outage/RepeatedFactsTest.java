package io.ticketing.e2e.outage;

import static io.ticketing.e2e.people.Patience.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.facts.Facts;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.people.TicketText;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Kafka delivers at least once, and after a repair perhaps old after new. */
@PlayedIn(World.OFFLINE)
class RepeatedFactsTest {
    private final Scene scene;
    private final TicketText text = TicketText.aboutTheDatabase();
    private final Person student;
    private final Person admin;
    private String ticketId = "";
    private List<Person> people = List.of();

    RepeatedFactsTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
        scene.casting().moderator("MongoDB", "databases");
        scene.facts().awaitDealtWith();
    }

    @BeforeAll
    void aTicketThatIsAssignedAndMailed() {
        ticketId = student.opens(text);
        eventually(() -> assertThat(admin.reads(ticketId).triageState()).isEqualTo("done"));
        Person assignee = scene.casting()
                .withId(admin.reads(ticketId).assigneeId().orElseThrow())
                .orElseThrow();
        people = List.of(student, admin, assignee);
        eventually(() -> {
            assertThat(scene.inbox().about(text.title())).hasSize(1);
            assertThat(people)
                    .allSatisfy(person -> assertThat(scene.inbox().to(person)).isNotEmpty());
        });
        scene.facts().awaitDealtWith();
    }

    @Test
    void factsDeliveredTwiceChangeNothing() {
        changesNothing(facts());
    }

    @Test
    void oldFactsAfterNewOnesChangeNothing() {
        changesNothing(facts().reversed());
    }

    private void changesNothing(List<ConsumerRecord<String, byte[]>> facts) {
        // Given
        assertThat(facts).extracting(ConsumerRecord::topic).containsAll(Facts.TOPICS);
        JsonNode ticket = admin.reads(ticketId).json();
        List<Integer> mails = mails();

        // When
        scene.facts().repeat(facts);
        scene.facts().awaitDealtWith();

        // Then
        assertThat(admin.reads(ticketId).json()).isEqualTo(ticket);
        assertThat(mails()).isEqualTo(mails);
        assertThat(scene.inbox().about(text.title())).hasSize(1);
        assertThat(scene.facts().ids("ticket/assigned").get(ticketId)).hasSize(1);
    }

    private List<ConsumerRecord<String, byte[]>> facts() {
        List<String> subjects = new ArrayList<>(people.stream().map(Person::id).toList());
        subjects.add(ticketId);
        return scene.facts().about(subjects);
    }

    private List<Integer> mails() {
        return people.stream().map(person -> scene.inbox().to(person).size()).toList();
    }
}
