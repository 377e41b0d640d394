package io.ticketing.e2e.ticketapi;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** People decide while the workers lead. */
@PlayedIn(World.GEMINI_ON_KAFKA)
class SlowAnalysisOnKafkaTest extends SlowAnalysisStory {
    SlowAnalysisOnKafkaTest(Scene scene) {
        super(scene);
    }
}
