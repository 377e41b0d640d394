package io.ticketing.auth.admin.users;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.ticketing.auth.Signed;
import io.ticketing.auth.token.AccessTokens;
import io.ticketing.auth.user.SomeUser;
import io.ticketing.auth.user.User;
import io.ticketing.auth.user.Users;
import io.ticketing.events.Role;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithMongo
@WithKafka
class ListUsersTest {

    private static final String PATH = "/api/v1/auth/get-users-account";

    private final Users users;
    private final AccessTokens tokens;
    private Signed admin;

    ListUsersTest(Users users, AccessTokens tokens) {
        this.users = users;
        this.tokens = tokens;
    }

    @BeforeEach
    void signIn() {
        admin = Signed.in(Role.ADMIN, users, tokens);
    }

    @Test
    void theNewestComeFirstWithWhatMattersOfStaff() {
        // Given
        User student = SomeUser.added(users, Role.STUDENT);
        User moderator = SomeUser.added(users, Role.MODERATOR);

        // When
        Response answer = admin.gets(PATH + "?limit=2");

        // Then
        answer.then()
                .statusCode(200)
                .body("success", is(true))
                .body("page.limit", is(2))
                .body("data.id", is(List.of(moderator.id(), student.id())))
                .body("data[0].email", is(moderator.email()))
                .body("data[0].capacity", is(10))
                .body("data[0]", hasKey("availability"))
                .body("data[0]", not(hasKey("passwordHash")));
        assertThat(answer.asString()).doesNotContain("argon2", "Hash", "googleSub");
    }

    @Test
    void pagesHoldEverybodyOnceWhileOthersRegister() {
        // Given
        String mark = mark();
        List<String> ids = new ArrayList<>(
                IntStream.range(0, 7).mapToObj(i -> named(mark + " " + i).id()).toList());

        // When
        List<String> seen = new ArrayList<>();
        String cursor = "";
        do {
            Response page = admin.gets(PATH + "?limit=3&q={q}" + cursor, mark);
            page.then().statusCode(200);
            seen.addAll(page.path("data.id"));
            String next = page.path("page.nextCursor");
            cursor = next == null ? "" : "&cursor=" + next;
            named(mark + " later " + seen.size());
        } while (!cursor.isEmpty());

        // Then
        assertThat(seen).isEqualTo(ids.reversed());
    }

    @Test
    void theLastPageSaysSoEvenIfItIsFull() {
        // Given
        String mark = mark();
        named(mark + " 1");
        named(mark + " 2");

        // When / Then
        admin.gets(PATH + "?limit=2&q={q}", mark)
                .then()
                .body("data.size()", is(2))
                .body("page.nextCursor", is((Object) null));
    }

    @Test
    void roleAndStatusLeaveOutOthers() {
        // Given
        String mark = mark();
        User student = named(mark + " student");
        User moderator = named(mark + " moderator");
        admin.sends(Map.of("role", "moderator", "status", "inactive"))
                .patch("/api/v1/auth/admin/user/{id}/update-account", moderator.id());

        // When / Then
        found("&role=moderator", mark, moderator);
        found("&role=student", mark, student);
        found("&status=inactive", mark, moderator);
        found("&status=active", mark, student);
        found("&status=active&role=moderator", mark);
        found("&role=admin", mark);
    }

    @ParameterizedTest
    @CsvSource({
        "'a.b','a.b x','aXb x'",
        "'.*','.* y','x y'",
        "'(','( y','x y'",
        "'[a-z]','[a-z] x','abc x'",
        "'\\','\\ b','a b'",
        "'\\Q\\E','\\Q\\E b','QE b'",
        "'$','$ b','a b'",
        "'^','^ b','a b'",
        "'|','| b','a b'",
        "'a\\Eb','a\\Eb','ab'",
        "'É','é x','e x'",
        "'ß 😀','ß 😀','s 😀'",
        "'$where','$where x','where x'",
    })
    void aSearchIsForTheVeryText(String text, String like, String unlike) {
        // Given
        String mark = mark();
        User hit = named(mark + like);
        named(mark + unlike);

        // When / Then
        found("", mark + text, hit);
    }

    @Test
    void aSearchLooksAtNamesAndAddressesInEitherCase() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);

        // When / Then
        found("", user.username().substring(2).toUpperCase(Locale.ROOT), user);
        found("", user.email().substring(3).toUpperCase(Locale.ROOT), user);
    }

    @Test
    void whoWasDeletedIsNotListed() {
        // Given
        User user = SomeUser.added(users, Role.STUDENT);
        users.remove(user, List.of());

        // When / Then
        assertThat(admin.gets(PATH + "?limit=1").<List<String>>path("data.id")).doesNotContain(user.id());
        found("", user.email());
        found("", "deleted " + user.id());
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,101",
        "limit,-1",
        "limit,1.5",
        "limit,ten",
        "limit,''",
        "limit,9999999999",
        "cursor,''",
        "cursor,x",
        "cursor,000",
        "cursor,ZZZZZZZZZZZZZZZZZZZZZZZZ",
        "cursor,{$ne:1}",
        "role,''",
        "role,Admin",
        "role,root",
        "role,{$ne:1}",
        "role,'student,admin'",
        "status,''",
        "status,ACTIVE",
        "status,deleted",
        "q,''",
        "q,'   '"
    })
    void aBadParameterIsNamed(String name, String value) {
        admin.asks()
                .queryParam(name, value)
                .get(PATH)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors[0].field", is(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bell \u0007", "nul \u0000", "c1 \u0085"})
    void aSearchForControlCharactersIsRefused(String text) {
        admin.asks().queryParam("q", text).get(PATH).then().statusCode(400).body("errors[0].field", is("q"));
    }

    @Test
    void aSearchIsBounded() {
        admin.asks().queryParam("q", "x".repeat(101)).get(PATH).then().statusCode(400);
        admin.asks()
                .queryParam("q", "(((((a+)+)+)+)+)+b".repeat(5))
                .get(PATH)
                .then()
                .statusCode(200);
    }

    private void found(String filter, String text, User... expected) {
        List<String> ids = admin.asks()
                .queryParam("q", text)
                .get(PATH + "?limit=50" + filter)
                .path("data.id");
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(expected).map(User::id).toList());
    }

    private static String mark() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private User named(String name) {
        User user = SomeUser.added(users, Role.STUDENT);
        admin.sends(Map.of("username", name))
                .patch("/api/v1/auth/admin/user/{id}/update-account", user.id())
                .then()
                .statusCode(200);
        return users.find(user.id()).orElseThrow();
    }
}
