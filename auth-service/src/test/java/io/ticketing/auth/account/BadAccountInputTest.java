package io.ticketing.auth.account;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.auth.BadInput;
import io.ticketing.auth.Person;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithMongo
@WithKafka
class BadAccountInputTest {

    private static final String REGISTER = "/api/v1/auth/register";
    private static final String LOGIN = "/api/v1/auth/login";

    static Stream<Arguments> registrations() {
        return Stream.of(
                        BadInput.ofText("username", true),
                        BadInput.of("username", "ab", "a".repeat(31)),
                        BadInput.ofText("email", true),
                        BadInput.of("email", "ada", "ada@", "@example.org", "a b@example.org", "ada@localhost"),
                        BadInput.of("email", "ada@example..org", "ada@-example.org", "a".repeat(65) + "@example.org"),
                        BadInput.of("email", "ada@" + "example.".repeat(32) + "org", "ada\u0000@example.org"),
                        BadInput.of("email", "ada@example.org\r\nBcc: eve@example.org"),
                        BadInput.ofText("password", true),
                        BadInput.of("password", "1234567", "p".repeat(129), "iloveyou", "PassWord"),
                        BadInput.ofSkills())
                .flatMap(bad -> bad);
    }

    static Stream<Arguments> logins() {
        return Stream.of(
                        BadInput.ofText("email", true),
                        BadInput.of("email", "ada"),
                        BadInput.ofText("password", true),
                        BadInput.of("password", "p".repeat(129)))
                .flatMap(bad -> bad);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("registrations")
    void aBadRegistrationNamesItsField(String field, Object value) {
        BadInput.namesTheField(REGISTER, Person.unknown().registration(), field, value);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("logins")
    void aBadLoginNamesItsField(String field, Object value) {
        Person ada = Person.unknown();
        BadInput.namesTheField(LOGIN, Map.of("email", ada.email(), "password", ada.password()), field, value);
    }

    @ParameterizedTest
    @MethodSource("paths")
    void aBodyThatIsNoJsonIsAProblem(String path) {
        BadInput.refusesWhatIsNoJson(path, "");
    }

    static List<String> paths() {
        return List.of(REGISTER, LOGIN);
    }

    @Test
    void severalFaultsAreToldAtOnce() {
        Person.json(Map.of())
                .post(REGISTER)
                .then()
                .statusCode(400)
                .body("errors.field", org.hamcrest.Matchers.is(List.of("email", "password", "username")));
    }
}
