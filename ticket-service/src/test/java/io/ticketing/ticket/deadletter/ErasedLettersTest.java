package io.ticketing.ticket.deadletter;

import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.ticket.deadletter.Letters.died;
import static io.ticketing.ticket.deadletter.Letters.found;
import static io.ticketing.ticket.deadletter.Letters.listed;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.FactCodec;
import io.ticketing.testing.http.ServiceAnswer;
import io.ticketing.testing.http.ServiceApi;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Act;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.triage.News;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** What is left in the dead letters of users and tickets that were deleted. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ErasedLettersTest {

    private final String another = new ObjectId().toHexString();

    @Test
    void theLettersOfADeletedTicketGoAndNoneIsKeptAfterwards() {
        String id = Api.open(Person.student(), "Gone soon");
        aboutTicket(id);
        listed(id);

        Act.delete(Person.admin(), id);

        eventually(() -> assertThat(found(id)).isEmpty());
        aboutTicket(id);
        aboutTicket(another);
        listed(another);
        assertThat(found(id)).isEmpty();
    }

    @Test
    void theLettersOfADeletedUserGoAndNoneIsKeptAfterwards() {
        Person ada = Person.moderator();
        Bus.introduce(ada);
        aboutUser(ada);
        listed(ada.id());

        Bus.delete(ada);

        eventually(() -> assertThat(found(ada.id())).isEmpty());
        aboutUser(ada);
        aboutTicket(another);
        listed(another);
        assertThat(found(ada.id())).isEmpty();
    }

    @Test
    void aDeletionThatIsReplayedTakesItsOwnLetterWithIt() {
        died(FactCodec.write(DeadLettersTest.deletionOf(another), "/test"));

        ServiceAnswer replayed = ServiceApi.as("admin").post(Letters.replay(listed(another)));

        assertThat(replayed.status()).isEqualTo(200);
        assertThat(replayed.data().path("replayedAt").asText()).isNotEmpty();
        assertThat(found(another)).isEmpty();
    }

    private static void aboutTicket(String ticketId) {
        died(FactCodec.write(new News(ticketId).started(), "/test"));
    }

    private static void aboutUser(Person user) {
        died(FactCodec.write(user.fact(), "/test"));
    }
}
