package io.ticketing.triage.analysis;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.ne;
import static io.ticketing.testing.Eventually.eventually;
import static io.ticketing.testing.Eventually.throughout;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.quarkus.GeminiResource;
import io.ticketing.testing.quarkus.MongoResource;
import io.ticketing.testing.quarkus.WithGemini;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithTokens;
import io.ticketing.triage.World;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithGemini
@WithTokens
@TestProfile(ManyTicketsTest.Patient.class)
class ManyTicketsTest {

    private static final int AT_ONCE = 256;
    private static final int BEYOND = 10;
    private static final Duration LONG = Duration.ofMinutes(2);

    private final World world;
    private final GeminiStandIn gemini = GeminiResource.gemini();

    ManyTicketsTest(World world) {
        this.world = world;
    }

    @BeforeEach
    void start() {
        world.clear();
        gemini.reset();
    }

    @AfterEach
    void heal() {
        start();
    }

    @Test
    void hundredsOfAnalysesAreUnderWayAtOnceAndTheOtherTicketsWaitInTheDatabase() {
        // Given
        world.moderator("Ada", AT_ONCE + BEYOND, "networking");
        gemini.hold();

        // When
        IntStream.range(0, AT_ONCE + BEYOND)
                .forEach(number -> world.ticket("VPN outage " + number, "The VPN is down.", "vpn"));

        // Then
        eventually(LONG, () -> assertThat(gemini.underWay()).isEqualTo(AT_ONCE));
        eventually(LONG, () -> assertThat(stored(new Document())).isEqualTo(AT_ONCE + BEYOND));
        throughout(Duration.ofSeconds(2), () -> {
            assertThat(gemini.underWay()).isEqualTo(AT_ONCE);
            assertThat(stored(eq("lease", null))).isEqualTo(BEYOND);
        });
        gemini.letGo();
        eventually(
                LONG, () -> assertThat(stored(eq("analysis.engine", "GEMINI"))).isEqualTo(AT_ONCE + BEYOND));
        assertThat(stored(ne("failures", 0))).isZero();
        assertThat(stored(and(eq("attempts.outcome", "answered"), eq("attempts.1", null))))
                .isEqualTo(AT_ONCE + BEYOND);
        assertThat(gemini.callCount()).isEqualTo(AT_ONCE + BEYOND);
    }

    private static long stored(Bson runs) {
        return collection().countDocuments(runs);
    }

    private static MongoCollection<Document> collection() {
        return MongoResource.mongo().client().getDatabase("triage").getCollection("runs");
    }

    /** Bounds as in production, and nothing that ends while the stand-in holds its callers. */
    public static final class Patient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "ticketing.gemini.call-timeout", "4m",
                    "ticketing.gemini.ticket-budget", "10m",
                    "ticketing.triage.lease", "10s");
        }
    }
}
