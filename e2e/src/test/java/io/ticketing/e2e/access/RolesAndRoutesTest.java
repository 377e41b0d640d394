package io.ticketing.e2e.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.restassured.http.Method;
import io.ticketing.e2e.input.Problems;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.EventStream;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every route with every kind of caller, cell by cell as the table says. */
@PlayedIn(World.IDENTITY)
class RolesAndRoutesTest {
    private final Scene scene;
    private final RolesAndRoutes table = RolesAndRoutes.read();
    private final Questions questions;

    RolesAndRoutesTest(Scene scene) {
        this.scene = scene;
        this.questions = new Questions(new Cast(scene));
    }

    @Test
    void theTableHasEveryRouteAndEveryCaller() {
        List<Route> described = scene.api()
                .send(Method.GET, "/openapi", Map.of())
                .expect(200)
                .json()
                .path("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation ->
                                new Route(Method.valueOf(operation.getKey().toUpperCase(Locale.ROOT)), path.getKey())))
                .filter(route -> !route.isForBrowsers())
                .toList();

        assertThat(table.rows().keySet())
                .filteredOn(route -> !route.isForBrowsers())
                .containsExactlyInAnyOrderElementsOf(described);
        assertThat(table.callers()).containsExactly(Caller.values());
    }

    @TestFactory
    Stream<DynamicNode> everyCellHolds() {
        return table.rows().keySet().stream()
                .map(route -> dynamicContainer(
                        route.toString(), table.callers().stream().map(caller -> cell(route, caller))));
    }

    private DynamicTest cell(Route route, Caller caller) {
        int expected = table.status(route, caller);
        return dynamicTest(
                route + " " + caller,
                () -> assertAnswers(expected, ask(route, questions.of(route, caller, expected < 400))));
    }

    private Answer ask(Route route, Question question) {
        if (route.isEndless()) {
            try (EventStream stream =
                    scene.api().listen(question.path(), question.credentials().headers())) {
                return stream.answer();
            }
        }
        return scene.api()
                .send(
                        route.method(),
                        question.path(),
                        question.body(),
                        question.credentials().headers());
    }

    private static void assertAnswers(int expected, Answer answer) {
        if (expected < 400) {
            answer.expect(expected);
            Problems.assertTellsNothingOfTheInside(answer);
        } else {
            Problems.assertProblem(answer, expected);
        }
        if (expected == 401) {
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        }
    }
}
