package io.ticketing.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Person;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import io.ticketing.testing.token.TestTokens;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Nobody comes in without a token that auth-service has signed. */
@PlayedIn(World.OFFLINE)
class BadTokenTest {
    private final Scene scene;
    private final Person admin;

    BadTokenTest(Scene scene) {
        this.scene = scene;
        this.admin = scene.casting().admin();
    }

    static Stream<Arguments> everyRouteThatNeedsAToken() {
        return Stream.of(
                Arguments.of(Method.GET, "/auth/me"),
                Arguments.of(Method.GET, "/auth/get-users-account"),
                Arguments.of(Method.GET, "/auth/admin/audit"),
                Arguments.of(Method.POST, "/onboarding/submit"),
                Arguments.of(Method.GET, "/onboarding/check"),
                Arguments.of(Method.POST, "/tickets/create-ticket"),
                Arguments.of(Method.GET, "/tickets/get-all-tickets"),
                Arguments.of(Method.GET, "/tickets/get-ticket/0123456789abcdef01234567"));
    }

    @ParameterizedTest
    @MethodSource("everyRouteThatNeedsAToken")
    void aRequestWithoutATokenIsRefused(Method method, String path) {
        isRefused(scene.api().send(method, "/api/v1" + path, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("everyRouteThatNeedsAToken")
    void aRequestWithAForgedTokenIsRefused(Method method, String path) {
        assertThat(forged())
                .allSatisfy(authorization ->
                        isRefused(scene.api().send(method, "/api/v1" + path, Map.of("Authorization", authorization))));
    }

    private List<String> forged() {
        String[] parts = admin.token().split("\\.", 3);
        String otherSignature = (parts[2].startsWith("A") ? "B" : "A") + parts[2].substring(1);
        return List.of(
                "Bearer garbage",
                "Bearer a.b.c",
                "Bearer",
                "Basic YWRtaW46YWRtaW4=",
                "Bearer " + parts[0] + "." + parts[1] + "." + otherSignature,
                "Bearer " + parts[0] + "." + parts[1] + ".",
                "Bearer " + parts[0] + "." + parts[1],
                TestTokens.forUser(admin.id(), admin.email(), "admin", true).bearer(),
                TestTokens.forUser(admin.id(), admin.email(), "admin", true)
                        .unsigned()
                        .bearer(),
                TestTokens.forUser(admin.id(), admin.email(), "admin", true)
                        .signedWithThePublicKeyAsSecret()
                        .bearer());
    }

    private static void isRefused(Answer answer) {
        Problems.assertProblem(answer, 401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
    }
}
