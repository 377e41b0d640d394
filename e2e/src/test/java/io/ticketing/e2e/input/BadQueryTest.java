package io.ticketing.e2e.input;

import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with something wrong in them. */
@PlayedIn(World.OFFLINE)
class BadQueryTest {
    private final Scene scene;
    private final Person student;

    BadQueryTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
    }

    @ParameterizedTest
    @CsvSource({
        "limit, 0",
        "limit, -1",
        "limit, 101",
        "limit, 1e1",
        "limit, many",
        "limit, 99999999999999999999",
        "limit, %7B%22$ne%22:null%7D",
        "cursor, garbage",
        "cursor, %C3%28",
        "cursor, %7B%22$gt%22:%22%22%7D"
    })
    void aWrongParameterIsNamed(String parameter, String value) {
        Problems.assertNames(
                scene.api().get("/tickets/get-all-tickets?" + parameter + "=" + value, student.token()), parameter);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "0123456789abcdef0123456",
                "0123456789abcdef0123456g",
                "%7B%22$ne%22:null%7D",
                "..;",
                "%C3%28",
                "%20"
            })
    void aMalformedIdIsAsUnknownAsAnyOther(String id) {
        Problems.assertProblem(student.asksFor(id), 404);
    }
}
