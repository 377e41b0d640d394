package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ExplainVerbosity;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mongo itself says how it would find the tickets of every list that can be asked for. */
@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ListPlansTest {

    private static final int PAGE = 51;

    @Inject
    ListingTickets listing;

    @Inject
    StoredTickets stored;

    private final Person student = Person.student();
    private final String moderator = new ObjectId().toHexString();

    @Test
    void noListScansTheCollectionOrSortsInMemory() {
        openALot(30);

        List<String> slow = everySelection()
                .flatMap(selection -> everyPlace(selection.order().key())
                        .filter(place -> !Stream.of("SORT", "COLLSCAN", "EOF")
                                .filter(stages(plan(selection, place))::contains)
                                .toList()
                                .isEmpty())
                        .map(place -> selection + " from " + place))
                .toList();

        assertThat(slow).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aPageFarBehindReadsNoMoreThanItHolds(TicketOrder order) {
        List<String> tickets = openALot(40);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        tickets.forEach(id -> stored.setTime(id, now));
        tickets.forEach(id -> stored.setPriority(id, Priority.MEDIUM));
        long key = order.key() == SortKey.PRIORITY ? 2 : now.toEpochMilli();
        TicketSelection selection = new TicketSelection(Optional.of(student.id()), nothing(), order);

        Document statistics = listing.query(selection, Optional.of(new Place(key, tickets.get(20))))
                .limit(5)
                .explain(ExplainVerbosity.EXECUTION_STATS)
                .get("executionStats", Document.class);

        assertThat(statistics.getInteger("nReturned")).isEqualTo(5);
        assertThat(statistics.getInteger("totalKeysExamined")).isLessThanOrEqualTo(7);
        assertThat(statistics.getInteger("totalDocsExamined")).isLessThanOrEqualTo(7);
    }

    private Stream<TicketSelection> everySelection() {
        return everyFilter().flatMap(filter -> Arrays.stream(TicketOrder.values())
                .flatMap(order -> Stream.of(Optional.<String>empty(), Optional.of(student.id()))
                        .map(onlyOf -> new TicketSelection(onlyOf, filter, order))));
    }

    private Stream<TicketFilter> everyFilter() {
        return orNone(student.id()).flatMap(requester -> Stream.of(
                        Optional.<AssignedTo>empty(),
                        Optional.of(AssignedTo.nobody()),
                        Optional.of(AssignedTo.user(moderator)))
                .flatMap(assignee -> Stream.of(List.<String>of(), List.of("work"), List.of("it", "does", "not", "work"))
                        .flatMap(words -> orNone("bug")
                                .flatMap(hashtag -> orNone(TicketStatus.ACTIVE).flatMap(status -> orNone(Priority.HIGH)
                                        .map(priority -> new TicketFilter(
                                                requester, assignee, words, hashtag, status, priority)))))));
    }

    private static Stream<Optional<Place>> everyPlace(SortKey key) {
        String id = new ObjectId().toHexString();
        return Stream.of(
                Optional.empty(),
                Optional.of(
                        new Place(key == SortKey.PRIORITY ? 2 : Instant.now().toEpochMilli(), id)));
    }

    private Document plan(TicketSelection selection, Optional<Place> after) {
        return listing.query(selection, after)
                .limit(PAGE)
                .explain(ExplainVerbosity.QUERY_PLANNER)
                .get("queryPlanner", Document.class)
                .get("winningPlan", Document.class);
    }

    private static List<String> stages(Document plan) {
        List<String> stages = new ArrayList<>();
        plan.forEach((name, value) -> {
            switch (value) {
                case String stage when name.equals("stage") -> stages.add(stage);
                case Document inner -> stages.addAll(stages(inner));
                case List<?> many ->
                    many.forEach(one -> {
                        if (one instanceof Document inner) {
                            stages.addAll(stages(inner));
                        }
                    });
                case null, default -> {
                    // Numbers and names.
                }
            }
        });
        return stages;
    }

    private List<String> openALot(int count) {
        List<String> tickets = IntStream.range(0, count)
                .mapToObj(number -> Api.create(student, "Ticket", "It does not work.", List.of("bug", "vpn")))
                .map(answer -> answer.data().path("_id").asText())
                .toList();
        tickets.stream().skip(count / 2).forEach(id -> stored.set(id, "assignedTo", moderator));
        return tickets;
    }

    private static TicketFilter nothing() {
        return new TicketFilter(
                Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static <T> Stream<Optional<T>> orNone(T value) {
        return Stream.of(Optional.empty(), Optional.of(value));
    }
}
