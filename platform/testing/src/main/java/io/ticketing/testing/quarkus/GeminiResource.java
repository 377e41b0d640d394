package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.gemini.GeminiStandIn;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A stand-in for Gemini under the keys that triage-worker reads. */
public final class GeminiResource implements QuarkusTestResourceLifecycleManager {
    /** The model that is asked when the first gives no analysis. */
    public static final String FALLBACK_MODEL = "gemini-second";

    private static @Nullable GeminiStandIn gemini;

    /** The stand-in that the application under test calls. */
    public static synchronized GeminiStandIn gemini() {
        return Objects.requireNonNull(gemini, "No stand-in: is the test annotated @WithGemini?");
    }

    @Override
    public Map<String, String> start() {
        return Map.ofEntries(
                Map.entry("GEMINI_BASE_URL", begin().baseUrl()),
                Map.entry("GEMINI_API_KEY", GeminiStandIn.API_KEY),
                Map.entry("GEMINI_FALLBACK_MODEL", FALLBACK_MODEL));
    }

    @Override
    public void stop() {
        end();
    }

    private static synchronized GeminiStandIn begin() {
        GeminiStandIn standIn = GeminiStandIn.start();
        gemini = standIn;
        return standIn;
    }

    private static synchronized void end() {
        if (gemini != null) {
            gemini.close();
        }
    }
}
