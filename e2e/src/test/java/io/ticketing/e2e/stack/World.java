package io.ticketing.e2e.stack;

import io.ticketing.testing.gemini.GeminiStandIn;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** The surroundings in which a stack is played; the tests of one world share its stack. */
public enum World {
    /** With a key for Gemini; the model is a stand-in that does as it is told. */
    GEMINI {
        @Override
        Map<String, String> settings(Path root, GeminiStandIn standIn) {
            return Map.of(
                    "GEMINI_API_KEY", GeminiStandIn.API_KEY,
                    "GEMINI_BASE_URL", standIn.baseUrl(),
                    "QUARKUS_CONFIG_LOCATIONS",
                            root.resolve("e2e/src/test/resources/impatient.properties")
                                    .toString());
        }
    },
    /** Without any key. */
    OFFLINE {
        @Override
        Map<String, String> settings(Path root, GeminiStandIn standIn) {
            return Map.of();
        }
    };

    /** What this world adds to a stack's environment. */
    abstract Map<String, String> settings(Path root, GeminiStandIn standIn);

    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
