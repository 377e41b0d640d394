package io.ticketing.ticket.comment;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.ClientSession;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Actor;
import io.ticketing.testing.AtOnce;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.ChangingTickets;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import io.ticketing.web.precondition.IfMatch;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Comments go with their ticket. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ErasedCommentsTest {

    private static final Person ADMIN = Person.admin();

    private final Person student = Person.student();

    @Inject
    ChangingTickets changing;

    @Inject
    Comments comments;

    @Test
    void aDeletedTicketLeavesNoComments() {
        String id = Api.open(student, "Gone");
        Talk.say(student, id, "Open");
        Talk.sayInternally(ADMIN, id, "Internal");
        String other = Api.open(student, "Stays");
        Talk.say(student, other, "Stays");

        delete(id, session -> comments.erase(session, id));

        assertThat(kept(id)).isZero();
        assertThat(kept(other)).isEqualTo(1);
        for (Answer answer : List.of(
                Talk.say(student, id, "Too late"),
                Api.get(Talk.comments(id), student),
                Api.get(Talk.timeline(id), ADMIN))) {
            assertThat(answer.status()).isEqualTo(404);
        }
    }

    @Test
    void aTicketThatIsNotDeletedAfterAllKeepsThem() {
        String id = Api.open(student, "Stays");
        Talk.say(student, id, "Stays");

        assertThatThrownBy(() -> delete(id, session -> {
                    comments.erase(session, id);
                    throw new IllegalStateException("not now");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(Talk.bodies(student, id)).containsExactly("Stays");
    }

    @RepeatedTest(5)
    void aCommentThatRacesTheDeletionLeavesNothingBehind() {
        String id = Api.open(student, "Race");
        Queue<Callable<Integer>> both = new ConcurrentLinkedQueue<>(
                List.of(() -> Talk.say(student, id, "Wait!").status(), () -> {
                    delete(id, session -> comments.erase(session, id));
                    return 200;
                }));

        List<Integer> statuses = AtOnce.run(2, () -> both.remove().call());

        assertThat(statuses).contains(200).containsAnyOf(201, 404);
        assertThat(kept(id)).isZero();
    }

    private void delete(String id, Consumer<ClientSession> alongside) {
        assertThat(changing.delete(id, IfMatch.of(null), Actor.person(ADMIN.id()), alongside))
                .isTrue();
    }

    private long kept(String ticketId) {
        return comments.mongoCollection().countDocuments(eq("ticketId", ticketId));
    }
}
