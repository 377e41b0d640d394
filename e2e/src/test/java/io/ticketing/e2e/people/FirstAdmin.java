package io.ticketing.e2e.people;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * The admin that a system is started with.
 *
 * @param email as set
 * @param password as set
 */
public record FirstAdmin(String email, String password) {

    Person logsIn(Api api, Secrets secrets) {
        secrets.keep(password);
        JsonNode answer = api.post("/auth/login", Map.of("email", secrets.keep(email), "password", password), null)
                .expect(200)
                .json();
        JsonNode user = answer.path("user");
        return new Person(
                api,
                secrets,
                user.path("_id").asText(),
                user.path("username").asText(),
                email,
                password,
                Role.ADMIN,
                List.of(),
                secrets.keep(answer.path("token").asText()));
    }
}
