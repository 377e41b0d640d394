package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.events.Priority;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ListOrderTest {

    private static final Instant TIME =
            Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(60);

    @Inject
    StoredTickets stored;

    private final Person student = Person.student();

    @ParameterizedTest
    @ValueSource(strings = {"priority", "-priority"})
    void aMoreUrgentTicketCountsMoreAndAnUnknownPriorityTheLeast(String sort) {
        String low = open();
        String unknown = open();
        String high = open();
        String medium = open();
        stored.setPriority(low, Priority.LOW);
        stored.setPriority(high, Priority.HIGH);
        stored.setPriority(medium, Priority.MEDIUM);
        List<String> ascending = List.of(unknown, low, medium, high);

        assertThat(list(sort, 3)).isEqualTo(sort.startsWith("-") ? ascending.reversed() : ascending);
    }

    @ParameterizedTest
    @ValueSource(strings = {"updatedAt", "-updatedAt", "createdAt", "-createdAt"})
    void anEarlierTimeCountsLess(String sort) {
        String second = open();
        String third = open();
        String first = open();
        stored.setTime(first, TIME.minusMillis(1));
        stored.setTime(second, TIME);
        stored.setTime(third, TIME.plusMillis(1));
        List<String> ascending = List.of(first, second, third);

        assertThat(list(sort, 1)).isEqualTo(sort.startsWith("-") ? ascending.reversed() : ascending);
    }

    @ParameterizedTest
    @EnumSource
    void ticketsThatAreAlikeComeOnceEachHoweverSmallThePagesAre(TicketOrder order) {
        List<String> tickets = IntStream.range(0, 7).mapToObj(number -> open()).toList();
        tickets.forEach(id -> stored.setTime(id, TIME));
        tickets.subList(2, 5).forEach(id -> stored.setPriority(id, Priority.MEDIUM));

        List<String> whole = list(order.wireName(), 100);

        assertThat(whole).containsExactlyInAnyOrderElementsOf(tickets);
        for (int limit : List.of(1, 2, 3)) {
            assertThat(list(order.wireName(), limit)).isEqualTo(whole);
        }
        if (order.key() != SortKey.PRIORITY) {
            Comparator<String> byId = Comparator.naturalOrder();
            assertThat(whole).isSortedAccordingTo(order.isDescending() ? byId.reversed() : byId);
        }
    }

    @ParameterizedTest
    @EnumSource
    void pagesHoldEveryTicketThatWasThereOnceWhileNewOnesAreOpened(TicketOrder order) {
        List<String> before = IntStream.range(0, 6).mapToObj(number -> open()).toList();
        before.subList(0, 3).forEach(id -> stored.setPriority(id, Priority.LOW));

        List<String> opened = new java.util.ArrayList<>();
        List<String> seen = Pages.all(student, "sort=" + order.wireName(), 2, () -> {
            if (opened.size() < 4) {
                String meanwhile = open();
                stored.setPriority(meanwhile, Priority.values()[opened.size() % 3]);
                opened.add(meanwhile);
            }
        });

        assertThat(seen).doesNotHaveDuplicates().containsAll(before);
    }

    @Test
    void aTicketThatChangesMeanwhileMovesAndTheOthersStay() {
        List<String> before = IntStream.range(0, 6).mapToObj(number -> open()).toList();
        String changing = before.get(3);

        List<String> seen =
                Pages.all(student, "sort=-updatedAt", 2, () -> stored.set(changing, "updatedAt", Instant.now()));

        assertThat(seen)
                .doesNotHaveDuplicates()
                .filteredOn(id -> !id.equals(changing))
                .isEqualTo(before.reversed().stream()
                        .filter(id -> !id.equals(changing))
                        .toList());
    }

    private String open() {
        return Api.open(student, "Ticket");
    }

    private List<String> list(String sort, int limit) {
        return Pages.all(student, "sort=" + sort, limit);
    }
}
