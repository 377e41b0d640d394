package io.ticketing.e2e.stack;

import io.ticketing.e2e.people.FirstAdmin;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.inngest.InngestOptions;
import io.ticketing.testing.inngest.InngestServer;
import io.ticketing.testing.oidc.RealOidcProvider;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The surroundings in which a stack is played; the tests of one world share its stack. */
public enum World {
    /** With a key for Gemini, and led by Inngest; a stand-in and a double, which do as they are told. */
    GEMINI {
        @Override
        Map<String, String> own(Path root, GeminiStandIn standIn, String gateway) {
            return withModel(root, standIn);
        }
    },
    /** With a key for Gemini, and led by the workers. */
    GEMINI_ON_KAFKA {
        @Override
        Map<String, String> own(Path root, GeminiStandIn standIn, String gateway) {
            return withModel(root, standIn);
        }
    },
    /**
     * Where who somebody is matters: roles have to be approved, by an admin who was there from the start, and people may come in
     * through an OpenID provider that stands for Google.
     */
    IDENTITY {
        @Override
        Map<String, String> own(Path root, GeminiStandIn standIn, String gateway) {
            RealOidcProvider google = google(gateway);
            return Map.of(
                    "ONBOARDING_ROLE_POLICY", "approval",
                    "ADMIN_EMAIL", FIRST_ADMIN.email(),
                    "ADMIN_PASSWORD", FIRST_ADMIN.password(),
                    "GOOGLE_ISSUER_URL", google.issuer(),
                    "GOOGLE_CLIENT_ID", google.clientId(),
                    "GOOGLE_CLIENT_SECRET", google.clientSecret());
        }

        @Override
        FirstAdmin firstAdmin() {
            return FIRST_ADMIN;
        }
    },
    /** Without any key. */
    OFFLINE {
        @Override
        Map<String, String> own(Path root, GeminiStandIn standIn, String gateway) {
            return Map.of();
        }
    };

    /** Signs its calls, and is as patient with one as a ticket may take; it waits 50 times faster than life. */
    private static final InngestServer INNGEST =
            InngestServer.start(InngestOptions.signing().atPace(50).patient(Duration.ofSeconds(90)));

    private static final FirstAdmin FIRST_ADMIN =
            new FirstAdmin("first.admin@people.test", "Pass-of-the-first-admin-7!");

    /** The provider that stands for Google at the gateway with this address; one for each. */
    static RealOidcProvider google(String gateway) {
        return RealOidcProvider.start(gateway + "/api/v1/auth/google/callback");
    }

    /** The double of the Inngest server. */
    static InngestServer inngest() {
        return INNGEST;
    }

    /** What this world adds to, or changes in, a stack's environment. */
    Map<String, String> settings(Path root, GeminiStandIn standIn, String gateway) {
        Map<String, String> settings = new HashMap<>(own(root, standIn, gateway));
        if (isLedByInngest()) {
            settings.putAll(ledByInngest());
        }
        return settings;
    }

    /** The same without what leads it. */
    abstract Map<String, String> own(Path root, GeminiStandIn standIn, String gateway);

    /** One by default; all where {@code -De2e.engine=inngest} says so. */
    private boolean isLedByInngest() {
        return this == GEMINI || System.getProperty("e2e.engine", "").equals("inngest");
    }

    private static Map<String, String> ledByInngest() {
        return Map.of(
                "TRIAGE_ENGINE",
                "inngest",
                "INNGEST_BASE_URL",
                INNGEST.baseUrl(),
                "INNGEST_EVENT_KEY",
                INNGEST.options().eventKey(),
                "INNGEST_SIGNING_KEY",
                InngestOptions.SIGNING_KEY);
    }

    /** The admin that its stack starts with, if there is one. */
    @Nullable
    FirstAdmin firstAdmin() {
        return null;
    }

    String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Map<String, String> withModel(Path root, GeminiStandIn standIn) {
        return Map.of(
                "GEMINI_API_KEY",
                GeminiStandIn.API_KEY,
                "GEMINI_BASE_URL",
                standIn.baseUrl(),
                // A model that fails is asked again and again: otherwise one test would hide it from the next.
                "GEMINI_BREAKER_CALLS",
                "1000",
                "QUARKUS_CONFIG_LOCATIONS",
                root.resolve("e2e/src/test/resources/impatient.properties").toString());
    }
}
