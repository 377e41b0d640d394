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
import java.util.List;
import java.util.stream.IntStream;
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

        assertThat(Pages.ids(answer)).isEqualTo(own.reversed());
        assertThat(answer.data().path(0).has("triage")).isFalse();
    }

    @Test
    void staffSeeTheTicketsOfAll() {
        String one = Api.open(Person.student(), "One");
        String two = Api.open(Person.student(), "Two");

        Answer answer = Api.get(Api.LIST + "?limit=2", Person.moderator());

        assertThat(Pages.ids(answer)).containsExactly(two, one);
        assertThat(answer.data().path(0).path("triage").path("state").asText()).isEqualTo("pending");
    }

    @Test
    void theLastPageIsTheLastEvenWhenItIsFull() {
        Person student = Person.student();
        open(student, 2);

        assertThat(page(Api.get(Api.LIST + "?limit=2", student))
                        .path("nextCursor")
                        .isNull())
                .isTrue();
        assertThat(page(Api.get(Api.LIST + "?limit=1", student))
                        .path("nextCursor")
                        .isTextual())
                .isTrue();
    }

    @Test
    void aCursorOfStaffIsNoneForAStudent() {
        Api.open(Person.student(), "Somebody's");
        Api.open(Person.student(), "Somebody's");
        String cursor = Pages.nextCursor(Api.get(Api.LIST + "?limit=1", Person.admin()));

        assertThat(Api.get(Api.LIST + "?cursor=" + cursor, Person.student()).faultyFields())
                .containsExactly("cursor");
        assertThat(Api.get(Api.LIST + "?cursor=" + cursor, Person.moderator()).status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=createdAt",
                "sort=-updatedAt",
                "status=active",
                "hashtag=bug",
                "q=ticket",
                "assignedTo=none"
            })
    void aCursorOfAnotherListIsRefused(String other) {
        Person student = Person.student();
        open(student, 2);
        String cursor = Pages.nextCursor(Api.get(Api.LIST + "?limit=1", student));
        String cursorOfOther = Pages.nextCursor(Api.get(Api.LIST + "?limit=1&" + other, student));

        assertThat(Api.get(Api.LIST + "?" + other + "&cursor=" + cursor, student)
                        .faultyFields())
                .containsExactly("cursor");
        assertThat(Api.get(Api.LIST + "?cursor=" + cursorOfOther, student).faultyFields())
                .containsExactly("cursor");
    }

    @Test
    void aPageMayBeSmallerThanTheOneBefore() {
        Person student = Person.student();
        List<String> own = open(student, 4);
        String cursor = Pages.nextCursor(Api.get(Api.LIST + "?limit=2", student));

        assertThat(Pages.ids(Api.get(Api.LIST + "?sort=-createdAt&limit=1&cursor=" + cursor, student)))
                .containsExactly(own.get(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "100"})
    void theLimitsOfTheLimitAreFine(String limit) {
        Answer answer = Api.get(Api.LIST + "?limit=" + limit, Person.student());

        assertThat(page(answer).path("limit").asText()).isEqualTo(limit);
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

    private static List<String> open(Person student, int count) {
        return IntStream.range(0, count)
                .mapToObj(number -> Api.open(student, "Ticket " + number))
                .toList();
    }

    private static JsonNode page(Answer answer) {
        return answer.json().path("page");
    }
}
