package io.ticketing.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses with something wrong in them. */
@PlayedIn(World.OFFLINE)
class BadQueryTest {
    private final Scene scene;
    private final Person student;
    private final Person admin;

    BadQueryTest(Scene scene) {
        this.scene = scene;
        this.student = scene.casting().student();
        this.admin = scene.casting().admin();
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
    void aWrongParameterIsNamedByEveryList(String parameter, String value) {
        for (String list : List.of("/tickets/get-all-tickets", "/auth/get-users-account", "/auth/admin/audit")) {
            Problems.assertNames(scene.api().get(list + "?" + parameter + "=" + value, admin.token()), parameter);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/auth/get-users-account, role, root",
        "/auth/get-users-account, role, %7B%22$ne%22:null%7D",
        "/auth/get-users-account, status, sleeping",
        "/auth/admin/audit, action, everything",
        "/auth/admin/audit, actor, %7B%22$ne%22:null%7D",
        "/auth/admin/audit, subject, %7B%22$ne%22:null%7D",
        "/auth/admin/audit, from, yesterday",
        "/auth/admin/audit, to, %7B%22$gt%22:%22%22%7D"
    })
    void aWrongFilterIsNamed(String list, String parameter, String value) {
        Problems.assertNames(scene.api().get(list + "?" + parameter + "=" + value, admin.token()), parameter);
    }

    @Test
    void aSearchIsForTextAndNotForAPattern() {
        assertThat(found(".*")).isEmpty();
        assertThat(found("(")).isEmpty();
        assertThat(found(admin.username().toUpperCase(Locale.ROOT))).hasSize(1);
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
        String user = "/auth/admin/user/" + id;

        Problems.assertProblem(student.asksFor(id), 404);
        Problems.assertProblem(scene.api().patch(user + "/update-account", Map.of("bio", "b"), admin.token()), 404);
        Problems.assertProblem(scene.api().patch(user + "/status", Map.of("status", "active"), admin.token()), 404);
        Problems.assertProblem(scene.api().get(user + "/status", admin.token()), 404);
        Problems.assertProblem(scene.api().delete(user, admin.token()), 404);
    }

    private List<JsonNode> found(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        return scene.api()
                .get("/auth/get-users-account?q=" + encoded, admin.token())
                .expect(200)
                .data()
                .valueStream()
                .toList();
    }
}
