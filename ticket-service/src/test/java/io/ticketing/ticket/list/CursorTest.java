package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import io.ticketing.events.Priority;
import io.ticketing.events.TicketStatus;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String USER = "66f0c0ffee0123456789abcd";
    private static final Place PLACE = new Place(1_764_000_000_123L, "66f0c0ffee0123456789ab00");
    private static final TicketFilter ALL = new TicketFilter(
            Optional.empty(), Optional.empty(), List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    private static final TicketSelection SELECTION =
            new TicketSelection(Optional.empty(), ALL, TicketOrder.CREATED_AT_DESCENDING);

    @Test
    void theSameSelectionReadsItsOwnPlace() {
        assertThat(Cursor.read(Cursor.write(PLACE, SELECTION), SELECTION)).hasValue(PLACE);
    }

    @ParameterizedTest
    @MethodSource
    void noOtherSelectionReadsIt(TicketSelection other) {
        assertThat(Cursor.read(Cursor.write(PLACE, SELECTION), other)).isEmpty();
        assertThat(Cursor.read(Cursor.write(PLACE, other), SELECTION)).isEmpty();
    }

    static Stream<TicketSelection> noOtherSelectionReadsIt() {
        TicketOrder order = TicketOrder.CREATED_AT_DESCENDING;
        return Stream.concat(
                Stream.of(
                        new TicketSelection(Optional.of(USER), ALL, order),
                        new TicketSelection(Optional.empty(), ALL, TicketOrder.CREATED_AT),
                        new TicketSelection(Optional.empty(), ALL, TicketOrder.UPDATED_AT_DESCENDING)),
                Stream.of(
                                filter(Optional.of(USER), Optional.empty(), List.of(), Optional.empty()),
                                filter(Optional.empty(), Optional.of(AssignedTo.nobody()), List.of(), Optional.empty()),
                                filter(
                                        Optional.empty(),
                                        Optional.of(AssignedTo.user(USER)),
                                        List.of(),
                                        Optional.empty()),
                                filter(Optional.empty(), Optional.empty(), List.of("vpn"), Optional.empty()),
                                filter(Optional.empty(), Optional.empty(), List.of(), Optional.of("vpn")),
                                new TicketFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.of(TicketStatus.ACTIVE),
                                        Optional.empty()),
                                new TicketFilter(
                                        Optional.empty(),
                                        Optional.empty(),
                                        List.of(),
                                        Optional.empty(),
                                        Optional.empty(),
                                        Optional.of(Priority.HIGH)))
                        .map(filter -> new TicketSelection(Optional.empty(), filter, order)));
    }

    @Test
    void oneOtherCharacterAnywhereMakesItNone() {
        String cursor = Cursor.write(PLACE, SELECTION);

        assertThat(IntStream.range(0, cursor.length())
                        .mapToObj(index -> cursor.substring(0, index)
                                + (cursor.charAt(index) == 'A' ? 'B' : 'A')
                                + cursor.substring(index + 1)))
                .allSatisfy(
                        tampered -> assertThat(Cursor.read(tampered, SELECTION)).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "null", "!!", "MTIzNA", "{\"$gt\":1}", "\u0000"})
    void anotherTextIsNone(String text) {
        assertThat(Cursor.read(text, SELECTION)).isEmpty();
    }

    @Test
    void neitherMoreNorLessIsOne() {
        String cursor = Cursor.write(PLACE, SELECTION);

        assertThat(Stream.of(cursor + "AAAA", cursor.substring(4), cursor + "=", cursor + cursor))
                .allSatisfy(other -> assertThat(Cursor.read(other, SELECTION)).isEmpty());
    }

    private static TicketFilter filter(
            Optional<String> createdBy, Optional<AssignedTo> assignedTo, List<String> words, Optional<String> hashtag) {
        return new TicketFilter(createdBy, assignedTo, words, hashtag, Optional.empty(), Optional.empty());
    }
}
