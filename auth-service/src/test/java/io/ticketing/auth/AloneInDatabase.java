package io.ticketing.auth;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;

/** A database of its own, for tests that count all admins there are; and a first admin. */
public class AloneInDatabase implements QuarkusTestProfile {

    public static final String EMAIL = "first@example.org";
    public static final String PASSWORD = "given by the operator";

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of(
                "quarkus.mongodb.database", "auth-alone",
                "ticketing.auth.admin-email", " First@Example.org ",
                "ticketing.auth.admin-password", PASSWORD);
    }
}
