package io.ticketing.ticket.stream;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketCommented;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Ticket;
import io.ticketing.ticket.TicketChange;
import io.ticketing.web.precondition.IfMatch;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.function.Function;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class StreamTest {

    private static final Person MODERATOR = Person.moderator();

    @Inject
    ChangingTickets tickets;

    @Test
    void theHeadOfTheAnswerComesBeforeAnythingHappens() {
        try (Listener listener = Listener.of(Person.student())) {
            assertThat(listener.status()).isEqualTo(200);
            assertThat(listener.header("Content-Type").orElse("")).startsWith("text/event-stream");
            assertThat(listener.header("Cache-Control")).hasValue("no-store");
            assertThat(listener.header("X-Accel-Buffering")).hasValue("no");
            assertThat(listener.comments()).isNotEmpty();
            assertThat(listener.lastId()).isNotEmpty();
        }
    }

    @Test
    void anEventSaysWhatHappenedToWhichTicket() {
        Person student = Person.student();
        try (Listener listener = Listener.of(student)) {
            String id = Api.open(student, "News");

            Listener.Event event = listener.await("ticket/created", id);

            assertThat(event.id()).isNotEmpty();
            assertThat(event.data().fieldNames()).toIterable().containsExactly("ticketId", "version", "at");
            assertThat(event.data().path("version").asLong()).isEqualTo(1);
            assertThat(event.data().path("at").asText())
                    .isEqualTo(Api.get(Api.GET + id, student)
                            .data()
                            .path("createdAt")
                            .asText());
        }
    }

    @Test
    void staffHearOfAllTicketsAndRequestersOfTheirOwn() {
        Person one = Person.student();
        Person other = Person.student();
        try (Listener ofOne = Listener.of(one);
                Listener ofOther = Listener.of(other);
                Listener ofStaff = Listener.of(MODERATOR)) {
            String first = Api.open(one, "Of one");
            String second = Api.open(other, "Of the other");
            String third = Api.open(one, "Of one again");

            ofOne.await("ticket/created", third);
            ofOther.await("ticket/created", second);
            ofStaff.await("ticket/created", third);
            assertThat(ofOne.opened()).containsExactly(first, third);
            assertThat(ofOther.opened()).containsExactly(second);
            assertThat(ofStaff.opened()).containsSubsequence(first, second, third);
        }
    }

    @Test
    void theRequesterHearsNothingOfWhatIsForStaff() {
        Person student = Person.student();
        String id = Api.open(student, "Discreet");
        try (Listener ofStudent = Listener.of(student);
                Listener ofStaff = Listener.of(MODERATOR)) {
            String begin = ofStudent.lastId();
            change(id, ticket -> TicketChange.of(ticket)
                    .telling(new TicketCommented(id, new ObjectId().toHexString(), MODERATOR.id(), true)));
            change(id, ticket -> TicketChange.of(ticket)
                    .then(by(MODERATOR), null, edit -> edit.relatedSkills(List.of("discretion"))));
            change(id, ticket -> TicketChange.of(ticket)
                    .telling(new TicketCommented(id, new ObjectId().toHexString(), MODERATOR.id(), false)));
            change(id, ticket -> TicketChange.of(ticket)
                    .then(by(MODERATOR), null, edit -> edit.priority(Priority.HIGH)));

            eventually(() -> assertThat(typesOf(id, ofStaff))
                    .containsExactly("ticket/commented", "ticket/changed", "ticket/commented", "ticket/changed"));
            eventually(() -> assertThat(typesOf(id, ofStudent)).containsExactly("ticket/commented", "ticket/changed"));
            try (Listener again = Listener.of(student, begin)) {
                eventually(() -> assertThat(typesOf(id, again)).containsExactly("ticket/commented", "ticket/changed"));
            }
        }
    }

    @Test
    void aSilentStreamShowsThatItLives() {
        try (Listener listener = Listener.of(Person.student())) {
            String begin = listener.lastId();

            eventually(() -> assertThat(listener.comments()).containsSequence("heartbeat", "heartbeat"));

            assertThat(listener.events()).isEmpty();
            assertThat(listener.lastId()).isNotEqualTo(begin);
        }
    }

    @Test
    void nobodyCanTellFromAnIdWhetherSomethingHappenedThere() {
        Person student = Person.student();
        try (Listener listener = Listener.of(student)) {
            eventually(() -> assertThat(listener.comments()).contains("heartbeat"));
            String quiet = listener.lastId();

            String loud =
                    listener.await("ticket/created", Api.open(student, "Here")).id();

            assertThat(loud).hasSameSizeAs(quiet);
        }
    }

    @Test
    void whoAsksForTheHeadAloneGetsNoStream() throws IOException, InterruptedException {
        HttpRequest head = HttpRequest.newBuilder(Listener.address())
                .header("Authorization", MODERATOR.bearer())
                .method("HEAD", BodyPublishers.noBody())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = client.send(head, BodyHandlers.discarding());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().map()).containsEntry("content-type", List.of("text/event-stream"));
        }
    }

    private void change(String id, Function<Ticket, TicketChange> decide) {
        tickets.change(id, IfMatch.of(null), decide);
    }

    private static Actor by(Person person) {
        return Actor.person(person.id());
    }

    private static List<String> typesOf(String ticketId, Listener listener) {
        return listener.events().stream()
                .filter(event -> event.ticketId().equals(ticketId))
                .map(Listener.Event::type)
                .toList();
    }
}
