package io.ticketing.ticket.comment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.events.TicketStatus;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import io.ticketing.ticket.TicketChange;
import io.ticketing.web.precondition.IfMatch;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class CommentsAtOnceTest {

    private static final Person MODERATOR = Person.moderator();

    private final Person student = Person.student();

    @Inject
    ChangingTickets changing;

    @Test
    void thirtyAtOnceAreAllThereInOneOrder() {
        String id = Api.open(student, "Crowd");
        Queue<Integer> numbers =
                new ConcurrentLinkedQueue<>(IntStream.range(0, 30).boxed().toList());

        List<Answer> answers = AtOnce.run(30, () -> sayNext(id, numbers));

        assertThat(answers).extracting(Answer::status).containsOnly(201);
        List<JsonNode> comments = Talk.all(Talk.comments(id), MODERATOR, 7);
        assertThat(Talk.texts(comments, comment -> comment.path("body")))
                .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 30)
                        .mapToObj(number -> "Comment " + number)
                        .toList());
        assertThat(Talk.texts(comments, comment -> comment.path("createdAt"))).isSorted();
        List<JsonNode> timeline = Talk.all(Talk.timeline(id), MODERATOR, 7);
        assertThat(Talk.texts(timeline.subList(1, 31), entry -> entry.path("to")))
                .isEqualTo(Talk.texts(comments, comment -> comment.path("id")));
        assertThat(Talk.texts(timeline, entry -> entry.path("at"))).isSorted();
        assertThat(version(id)).isEqualTo(21);
        assertThat(Bus.factsOf(id, 31))
                .extracting(fact -> Long.valueOf(Bus.header(fact, "ce_sequence")))
                .isSorted()
                .hasSize(31);
    }

    @RepeatedTest(5)
    void aCommentThatRacesAClosureComesBeforeItOrNotAtAll() {
        String id = Api.open(student, "Race");
        Queue<Callable<Integer>> both = new ConcurrentLinkedQueue<>(
                List.of(() -> Talk.say(student, id, "Wait!").status(), () -> {
                    close(id);
                    return 200;
                }));

        List<Integer> statuses = AtOnce.run(2, () -> both.remove().call());

        boolean isIn = statuses.contains(201);
        assertThat(isIn || statuses.contains(409)).isTrue();
        assertThat(Talk.bodies(student, id)).hasSize(isIn ? 1 : 0);
        assertThat(Talk.texts(Talk.all(Talk.timeline(id), student, 100), entry -> entry.path("action")))
                .isEqualTo(isIn ? List.of("created", "commented", "changed") : List.of("created", "changed"));
        assertThat(Api.get(Api.GET + id, student).data().path("status").asText())
                .isEqualTo("closed");
        assertThat(Talk.say(student, id, "Too late").status()).isEqualTo(409);
    }

    /** Every third one is internal. */
    private Answer sayNext(String id, Queue<Integer> numbers) {
        int number = numbers.remove();
        return number % 3 == 0
                ? Talk.sayInternally(MODERATOR, id, "Comment " + number)
                : Talk.say(number % 3 == 1 ? student : MODERATOR, id, "Comment " + number);
    }

    private void close(String id) {
        changing.change(id, IfMatch.of(null), ticket -> TicketChange.of(ticket)
                .then(Actor.person(MODERATOR.id()), null, edit -> edit.status(TicketStatus.CLOSED)));
    }

    private static int version(String id) {
        return Api.get(Api.GET + id, MODERATOR).data().path("version").asInt();
    }
}
