package io.ticketing.ticket.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.ticket.Answer;
import io.ticketing.ticket.Api;
import io.ticketing.ticket.Person;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
@WithTokens
class ListTicketsTest {

    @Test
    void whoHasNoTicketsGetsAnEmptyPage() {
        Answer answer = Api.get(Api.LIST, Person.student());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .isEqualTo("{\"success\":true,\"statusCode\":200,\"message\":\"The tickets.\",\"data\":[],"
                        + "\"page\":{\"limit\":50,\"nextCursor\":null}}");
    }

    @Test
    void aStudentSeesOnlyTheOwnTicketsNewestFirst() {
        Person student = Person.student();
        List<String> own = open(student, 3);
        Api.open(Person.student(), "Somebody else's");

        Answer answer = Api.get(Api.LIST, student);

        assertThat(ids(answer)).isEqualTo(own.reversed());
        assertThat(answer.data().path(0).has("triage")).isFalse();
    }

    @Test
    void staffSeeTheTicketsOfAll() {
        String one = Api.open(Person.student(), "One");
        String two = Api.open(Person.student(), "Two");

        Answer answer = Api.get(Api.LIST + "?limit=2", Person.moderator());

        assertThat(ids(answer)).containsExactly(two, one);
        assertThat(answer.data().path(0).path("triage").path("state").asText()).isEqualTo("pending");
    }

    @Test
    void pagesHoldEveryTicketOnceWhileNewOnesAreOpened() {
        Person student = Person.student();
        List<String> before = open(student, 7);

        List<String> seen = new ArrayList<>();
        Answer page = Api.get(Api.LIST + "?limit=3", student);
        seen.addAll(ids(page));
        while (nextCursor(page).isTextual()) {
            Api.open(student, "Meanwhile");
            page = Api.get(Api.LIST + "?limit=3&cursor=" + nextCursor(page).asText(), student);
            seen.addAll(ids(page));
        }

        assertThat(seen).isEqualTo(before.reversed());
    }

    @Test
    void theLastPageIsTheLastEvenWhenItIsFull() {
        Person student = Person.student();
        open(student, 2);

        assertThat(nextCursor(Api.get(Api.LIST + "?limit=2", student)).isNull()).isTrue();
        assertThat(nextCursor(Api.get(Api.LIST + "?limit=1", student)).isTextual())
                .isTrue();
    }

    @Test
    void aCursorOfStaffShowsAStudentNothingMore() {
        Api.open(Person.student(), "Somebody's");
        Api.open(Person.student(), "Somebody's");
        String cursor =
                nextCursor(Api.get(Api.LIST + "?limit=1", Person.admin())).asText();

        assertThat(ids(Api.get(Api.LIST + "?cursor=" + cursor, Person.student())))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void theLimitsOfTheLimitAreFine(String limit) {
        Answer answer = Api.get(Api.LIST + "?limit=" + limit, Person.student());

        assertThat(answer.json().path("page").path("limit").asText()).isEqualTo(limit);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "101", "-1", "", "ten", "1.5", "1e1", "%20", "007", "99999999999999999999", "%D9%A3"})
    void anotherLimitIsRefused(String limit) {
        Answer answer = Api.get(Api.LIST + "?limit=" + limit, Person.student());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly("limit");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "null",
                "!!",
                "MTIzNA",
                "MS42NmYwYzBmZmVlMDEyMzQ1Njc4OWFiY2Q=",
                "%7B%22$gt%22:1%7D",
                "%00"
            })
    void aCursorThatNoPageGaveIsRefused(String cursor) {
        Answer answer = Api.get(Api.LIST + "?cursor=" + cursor, Person.student());

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.faultyFields()).containsExactly("cursor");
    }

    @Test
    void aCursorThatWasTamperedWithIsRefused() {
        Person student = Person.student();
        open(student, 2);
        String cursor = nextCursor(Api.get(Api.LIST + "?limit=1", student)).asText();
        String place = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);

        for (String tampered : List.of(place + "0", place.toUpperCase(java.util.Locale.ROOT) + "G", "-" + place)) {
            String text =
                    Base64.getUrlEncoder().withoutPadding().encodeToString(tampered.getBytes(StandardCharsets.UTF_8));
            assertThat(Api.get(Api.LIST + "?cursor=" + text, student).faultyFields())
                    .containsExactly("cursor");
        }
    }

    private static List<String> open(Person student, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Api.open(student, "Ticket " + number))
                .toList();
    }

    private static List<String> ids(Answer answer) {
        return StreamSupport.stream(answer.data().spliterator(), false)
                .map(ticket -> ticket.path("_id").asText())
                .toList();
    }

    private static JsonNode nextCursor(Answer answer) {
        return answer.json().path("page").path("nextCursor");
    }
}
