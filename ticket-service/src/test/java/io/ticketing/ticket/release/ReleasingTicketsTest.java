package io.ticketing.ticket.release;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Bus;
import io.ticketing.ticket.Person;
import io.ticketing.ticket.Records;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a replica leaves behind that dies right after it has given a ticket to somebody who was lost at that moment. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ReleasingTicketsTest {

    @Inject
    ReleasingTickets releasing;

    @Inject
    Records records;

    @Inject
    KnownUsers users;

    @Test
    void whoeverStartsNextTakesTheTicketAway() {
        Person gone = Person.moderator();
        Person present = Person.moderator();
        Bus.introduce(present);
        Bus.delete(gone);
        eventually(() -> assertThat(users.isGone(gone.id())).isTrue());
        String lost = given(gone);
        String kept = given(present);

        releasing.releaseOfAllHindered();

        assertThat(records.ticket(lost).assignedTo()).isNull();
        assertThat(records.ticket(kept).assignedTo()).isEqualTo(present.id());
    }

    private String given(Person assignee) {
        String id = Api.open(Person.student(), "Given at a bad moment");
        records.set(id, "assignedTo", assignee.id());
        return id;
    }
}
