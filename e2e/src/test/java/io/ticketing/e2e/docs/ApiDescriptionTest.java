package io.ticketing.e2e.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.restassured.http.Method;
import io.ticketing.e2e.people.Answer;
import io.ticketing.e2e.people.Json;
import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The API's description, for programs and for people. */
@PlayedIn(World.OFFLINE)
class ApiDescriptionTest {
    private static final Pattern REFERENCE = Pattern.compile("(?:src|href)\\s*=\\s*[\"']([^\"']+)[\"']");
    private static final Pattern POINTER = Pattern.compile("#/components/(\\w+)/([\\w.-]+)");

    private final Scene scene;

    ApiDescriptionTest(Scene scene) {
        this.scene = scene;
    }

    @Test
    void oneDescriptionHasTheRoutesOfAllServices() {
        JsonNode description = get("/openapi").json();

        assertThat(description.path("openapi").asText()).startsWith("3.1");
        Map.of(
                        "/api/v1/auth/register", "post",
                        "/api/v1/auth/login", "post",
                        "/api/v1/auth/me", "get",
                        "/api/v1/onboarding/submit", "post",
                        "/api/v1/onboarding/check", "get",
                        "/api/v1/tickets/create-ticket", "post",
                        "/api/v1/tickets/get-all-tickets", "get",
                        "/api/v1/tickets/get-ticket/{id}", "get",
                        "/.well-known/jwks.json", "get")
                .forEach((path, method) -> assertThat(description
                                .path("paths")
                                .path(path)
                                .path(method)
                                .path("responses"))
                        .as("%s %s", method, path)
                        .isNotEmpty());
        assertThat(description.path("paths").properties())
                .extracting(Map.Entry::getKey)
                .noneMatch(path -> path.startsWith("/q/") || path.contains("inngest"));
    }

    @Test
    void everythingThatTheDescriptionPointsAtIsInIt() {
        Answer answer = get("/openapi");
        JsonNode components = answer.json().path("components");

        Matcher pointers = POINTER.matcher(answer.body());
        assertThat(pointers.results()).isNotEmpty().allSatisfy(pointer -> assertThat(
                        components.path(pointer.group(1)).has(pointer.group(2)))
                .as(pointer.group())
                .isTrue());
    }

    @Test
    void clientsAreGeneratedFromWhatIsServed() throws IOException {
        JsonNode kept = Json.read(
                Files.readString(Path.of(System.getProperty("ticketing.root", ".."), "docs", "openapi.json")));

        assertThat(get("/openapi").json().equals(kept))
                .as("docs/openapi.json is what is served; python3 deploy/gateway/openapi.py renews it after a build")
                .isTrue();
    }

    @Test
    void thePageLoadsNothingFromElsewhere() {
        Answer page = get("/docs");

        assertThat(page.header("Content-Type")).startsWith("text/html");
        List<String> references = REFERENCE
                .matcher(page.body())
                .results()
                .map(reference -> reference.group(1))
                .toList();
        assertThat(references).isNotEmpty().allSatisfy(reference -> {
            if (!reference.startsWith("data:")) {
                assertThat(reference).startsWith("/").doesNotStartWith("//");
                assertThat(get(reference).body()).isNotBlank();
            }
        });
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .doesNotContain("http");
    }

    @Test
    void theRootLeadsToThePage() {
        Answer root = scene.api().send(Method.GET, "/", Map.of()).expect(302);

        assertThat(root.header("Location")).endsWith("/docs");
    }

    @Test
    void theKeysThatVerifyTokensArePublic() {
        JsonNode keys = get("/.well-known/jwks.json").json().path("keys");

        assertThat(Stream.of("d", "p", "q", "k"))
                .noneMatch(secret -> keys.findValues(secret).size() > 0);
        assertThat(keys).isNotEmpty();
    }

    private Answer get(String path) {
        return scene.api().send(Method.GET, path, Map.of()).expect(200);
    }
}
