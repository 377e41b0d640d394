package io.ticketing.auth.account;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.ticketing.auth.BadInput;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
class BadOwnAccountInputTest {

    private static final String UPDATE = "/api/v1/auth/update-account";
    private static final String VERIFY = "/api/v1/auth/verify-email";
    private static final String FORGOT = "/api/v1/auth/forgot-password";
    private static final String RESET = "/api/v1/auth/reset-password";
    private static final Map<String, Object> GOOD_RESET =
            Map.of("token", "a".repeat(43), "password", "another long password");

    static Stream<Arguments> updates() {
        return Stream.of(
                        BadInput.ofText("username", false),
                        BadInput.of("username", "ab", "a".repeat(31), "ada\r\nSet-Cookie: a=b"),
                        BadInput.ofSkills(),
                        BadInput.of("location", 1, true, List.of("a"), Map.of("$ne", "a"), "l".repeat(101), "a\nb"),
                        BadInput.of("bio", 1, true, List.of("a"), Map.of("$gt", ""), "b".repeat(501), "a\u0000b"),
                        BadInput.of("availability", "tomorrow", 1, true, List.of(), Map.of("awayUntil", 1)),
                        BadInput.of("availability", away("tomorrow"), away("2020-01-01T00:00:00Z")),
                        BadInput.of("availability", away("+999999999-12-31T23:59:59Z"), away("2999-01-01T00:00:00Z")),
                        BadInput.of("availability", hours(1), hours("always"), hours(List.of()), hours(Map.of())),
                        BadInput.of("availability", hours(Map.of("zone", "UTC", "hours", List.of()))),
                        BadInput.of("availability", hours(Map.of("zone", "UTC", "hours", List.of("monday")))),
                        BadInput.of("availability", hours(Map.of("zone", "UTC", "hours", List.of(Map.of())))),
                        BadInput.ofText("password", false),
                        BadInput.of("password", "1234567", "p".repeat(129), "iloveyou"),
                        BadInput.ofText("currentPassword", false),
                        BadInput.of("currentPassword", "p".repeat(129)))
                .flatMap(bad -> bad);
    }

    static Stream<Arguments> tokens() {
        return Stream.concat(BadInput.ofText("token", true), BadInput.of("token", "t".repeat(65), "a\r\nb"));
    }

    static Stream<Arguments> resets() {
        return Stream.of(
                        tokens(),
                        BadInput.ofText("password", true),
                        BadInput.of("password", "1234567", "p".repeat(129)))
                .flatMap(bad -> bad);
    }

    static Stream<Arguments> addresses() {
        return Stream.concat(
                BadInput.ofText("email", true),
                BadInput.of("email", "ada", "ada@example.org\r\nBcc: eve@example.org", "a".repeat(250) + "@b.org"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("updates")
    void aBadUpdateNamesItsField(String field, Object value) {
        BadInput.namesTheField(
                RestAssured.given().auth().oauth2(Person.unknown().registered()), UPDATE, Map.of(), field, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("tokens")
    void aBadProofNamesItsField(String field, Object value) {
        BadInput.namesTheField(VERIFY, Map.of("token", "a".repeat(43)), field, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("resets")
    void aBadResetNamesItsField(String field, Object value) {
        BadInput.namesTheField(RESET, GOOD_RESET, field, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("addresses")
    void aBadAddressIsNamed(String field, Object value) {
        BadInput.namesTheField(FORGOT, Map.of("email", "ada@example.org"), field, value);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aBodyThatIsNoJsonIsAProblem(String path) {
        BadInput.refusesWhatIsNoJson(
                path, path.equals(UPDATE) ? Person.unknown().registered() : "");
    }

    static List<String> paths() {
        return List.of(UPDATE, VERIFY, FORGOT, RESET);
    }

    private static Map<String, Object> hours(Object week) {
        return Map.of("workingHours", week);
    }

    private static Map<String, String> away(String time) {
        return Map.of("awayUntil", time);
    }
}
