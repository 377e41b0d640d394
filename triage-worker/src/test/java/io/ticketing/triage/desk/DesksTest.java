package io.ticketing.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.testing.AtOnce;
import io.ticketing.testing.mongo.RealMongo;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.RepeatedTest;

class DesksTest {

    private static final int TICKETS = 50;

    private final Desks desks = new Desks(
            RealMongo.start().freshDatabase("desks").getCollection("desks", DeskDocument.class), Clock.systemUTC());

    @RepeatedTest(20)
    void noPlaceIsLostWhenManyTicketsComeToANewDeskAtOnce() {
        desks.ensureIndex();
        AtOnce.run(TICKETS, desks::loads);
        AtomicInteger numbers = new AtomicInteger();

        AtOnce.run(TICKETS, () -> desks.move("ada", "t" + numbers.incrementAndGet()));

        assertThat(desks.loads().get("ada").openTickets()).isEqualTo(TICKETS);
    }
}
