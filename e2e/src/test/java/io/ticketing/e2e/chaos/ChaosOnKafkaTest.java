package io.ticketing.e2e.chaos;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** Chaos while the workers lead. */
@PlayedIn(World.GEMINI_ON_KAFKA)
class ChaosOnKafkaTest extends ChaosStory {
    ChaosOnKafkaTest(Scene scene) {
        super(scene);
    }
}
