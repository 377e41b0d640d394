package io.ticketing.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.ticketing.events.Role;
import io.ticketing.testing.mongo.RealMongo;
import io.ticketing.triage.analysis.Tables;
import io.ticketing.triage.assignment.AssigningTicket;
import io.ticketing.triage.assignment.Assignment;
import io.ticketing.triage.assignment.Need;
import io.ticketing.triage.assignment.Ranking;
import io.ticketing.triage.assignment.StaffMember;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClaimRaceTest {

    private static final int CAPACITY = 15;

    private final MongoDatabase database = RealMongo.start().freshDatabase("desks");
    private final List<StaffMember> moderators = IntStream.range(0, 10)
            .mapToObj(number ->
                    new StaffMember("m" + number, Role.MODERATOR, true, true, true, CAPACITY, List.of("java")))
            .toList();

    @Test
    void manyAtOnceNeverFillADeskBeyondItsCapacityAndShareTheWorkEvenly() throws Exception {
        List<Assignment> outcomes = assignAll(200);

        assertThat(outcomes).filteredOn(Assignment.Assigned.class::isInstance).hasSize(10 * CAPACITY);
        assertThat(outcomes).filteredOn(Assignment.Waiting.class::isInstance).hasSize(200 - 10 * CAPACITY);
        assertThat(desks().loads().values()).hasSize(10).allSatisfy(load -> assertThat(load.openTickets())
                .isEqualTo(CAPACITY));
    }

    @Test
    void amongEquallySkilledTheLoadDiffersByOneAtMost() throws Exception {
        assignAll(73);

        Map<String, DeskLoad> loads = desks().loads();

        assertThat(loads).hasSize(10);
        assertThat(loads.values())
                .allSatisfy(load -> assertThat(load.openTickets()).isBetween(7, 8));
    }

    @Test
    void aTicketThatIsAssignedTwiceTakesOnePlace() {
        AssigningTicket replica = replica();
        Assignment first = replica.assign(need("t1"));

        Assignment second = replica.assign(need("t1"));

        assertThat(((Assignment.Assigned) second).assigneeId()).isEqualTo(((Assignment.Assigned) first).assigneeId());
        assertThat(desks().loads().values()).extracting(DeskLoad::openTickets).containsExactly(1);
    }

    private List<Assignment> assignAll(int tickets) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Future<Assignment>> futures = IntStream.range(0, tickets)
                    .mapToObj(number -> threads.submit(() -> replica().assign(need("t" + number))))
                    .toList();
            List<Assignment> outcomes = new ArrayList<>();
            for (Future<Assignment> future : futures) {
                outcomes.add(future.get());
            }
            return outcomes;
        }
    }

    private AssigningTicket replica() {
        return new AssigningTicket(
                new Ranking(Tables.vocabulary(), Duration.ofHours(4)),
                () -> moderators,
                desks(),
                new TicketCases(database.getCollection("cases", CaseDocument.class)),
                Clock.systemUTC());
    }

    private Desks desks() {
        return new Desks(database.getCollection("desks", DeskDocument.class), Clock.systemUTC());
    }

    private static Need need(String ticketId) {
        return new Need(ticketId, "somebody", List.of("java"), null);
    }
}
