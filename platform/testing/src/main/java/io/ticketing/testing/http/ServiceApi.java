package io.ticketing.testing.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.ticketing.testing.token.TestToken;
import io.ticketing.testing.token.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls the Quarkus service that a test has started, as somebody. */
public final class ServiceApi {
    private static final String BASE = "/api/v1";
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final TestToken token;

    private ServiceApi(TestToken token) {
        this.token = token;
    }

    /** Somebody whom the service does not know yet, so that it believes the token. */
    public static ServiceApi as(String role) {
        return new ServiceApi(token(role, true));
    }

    /** The same before onboarding is complete. */
    public static ServiceApi asNewcomer(String role) {
        return new ServiceApi(token(role, false));
    }

    /** Gets what lies below {@code /api/v1}. */
    public ServiceAnswer get(String path) {
        return call("GET", BASE + path);
    }

    /** Posts nothing to what lies below {@code /api/v1}. */
    public ServiceAnswer post(String path) {
        return call("POST", BASE + path);
    }

    /** Those routes of its public side that do not send this caller to the onboarding first. */
    public List<String> routesOpenBeforeOnboarding() {
        return publicRoutes().stream()
                .filter(route -> !isSentToOnboarding(route))
                .toList();
    }

    /** All routes of its public side, such as {@code GET /api/v1/things/{id}}. */
    public List<String> publicRoutes() {
        JsonNode paths = call("GET", "/q/openapi?format=json").json().path("paths");
        return paths.propertyStream()
                .filter(path -> path.getKey().startsWith(BASE))
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .toList();
    }

    private boolean isSentToOnboarding(String route) {
        String[] parts = route.split(" ", 2);
        ServiceAnswer answer = call(parts[0], parts[1].replaceAll("\\{[^}]*}", id()));
        return answer.status() == 403
                && "/onboarding".equals(answer.data().path("next").asText());
    }

    private ServiceAnswer call(String method, String path) {
        String address = ConfigProvider.getConfig().getValue("test.url", String.class);
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", token.bearer())
                .method(method, BodyPublishers.noBody())
                .build();
        try {
            HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
            return new ServiceAnswer(
                    response.statusCode(), response.body(), response.headers().firstValue("Retry-After"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static TestToken token(String role, boolean onboarded) {
        return TestTokens.forUser(id(), "somebody@example.org", role, onboarded).claim("ver", 1L);
    }

    private static String id() {
        return UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }
}
