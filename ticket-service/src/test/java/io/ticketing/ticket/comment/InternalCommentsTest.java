package io.ticketing.ticket.comment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Talk;
import io.ticketing.ticket.feed.Feed;
import io.ticketing.ticket.feed.FeedEntryDocument;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Of what staff say among themselves the requester finds no trace. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class InternalCommentsTest {

    private static final Person MODERATOR = Person.moderator();

    private final Person student = Person.student();

    @Inject
    Feed feed;

    @BeforeEach
    void introduce() {
        Bus.introduce(student, MODERATOR);
    }

    @Test
    void theRequesterSeesByteForByteTheSameAfterwards() {
        String id = Api.open(student, "Quagga");
        Talk.say(student, id, "Open");
        Talk.say(MODERATOR, id, "Open, too");
        List<String> before = everythingThatTheRequesterSees(id);
        List<FeedEntryDocument> toldBefore = toldToTheRequester(id);

        for (int number = 0; number < 3; number++) {
            assertThat(Talk.sayInternally(MODERATOR, id, "Quagga is hopeless").status())
                    .isEqualTo(201);
        }

        assertThat(everythingThatTheRequesterSees(id)).isEqualTo(before);
        assertThat(toldToTheRequester(id)).isEqualTo(toldBefore).hasSize(3);
        assertThat(feed.mongoCollection().countDocuments(and(eq("ticketId", id), eq("staffOnly", true))))
                .isEqualTo(3);
        assertThat(Talk.bodies(MODERATOR, id)).hasSize(5);
        assertThat(Talk.all(Talk.timeline(id), MODERATOR, 2)).hasSize(6);
    }

    @Test
    void whatTheRequesterHasSeenIsStillTheNewestVersion() {
        String id = Api.open(student, "Version");
        Talk.sayInternally(MODERATOR, id, "Note");

        assertThat(Talk.sayIfMatch("\"1\"", student, id, "Open").status()).isEqualTo(201);
    }

    @Test
    void pagesOfTheRequesterGoOnAcrossThem() {
        String id = Api.open(student, "Cursors");
        for (int number = 0; number < 5; number++) {
            Talk.sayInternally(MODERATOR, id, "Note " + number);
            Talk.say(student, id, "Comment " + number);
        }

        assertThat(Talk.texts(Talk.all(Talk.comments(id), student, 2), comment -> comment.path("body")))
                .containsExactly("Comment 0", "Comment 1", "Comment 2", "Comment 3", "Comment 4");
        assertThat(Talk.texts(Talk.all(Talk.timeline(id), student, 2), entry -> entry.path("action")))
                .containsExactly("created", "commented", "commented", "commented", "commented", "commented");
    }

    private List<String> everythingThatTheRequesterSees(String id) {
        return Stream.of(
                        Api.GET + id,
                        Api.LIST,
                        Api.LIST + "?sort=-updatedAt",
                        Api.LIST + "?q=quagga",
                        Api.LIST + "?q=hopeless",
                        Talk.comments(id),
                        Talk.comments(id) + "?limit=1",
                        Talk.comments(id) + "?limit=2",
                        Talk.timeline(id),
                        Talk.timeline(id) + "?limit=3")
                .map(route -> Api.get(route, student))
                .map(InternalCommentsTest::seen)
                .toList();
    }

    private static String seen(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.response().headers().map() + answer.body();
    }

    private List<FeedEntryDocument> toldToTheRequester(String id) {
        return feed.mongoCollection()
                .find(and(eq("ticketId", id), eq("staffOnly", false)))
                .into(new ArrayList<>());
    }
}
