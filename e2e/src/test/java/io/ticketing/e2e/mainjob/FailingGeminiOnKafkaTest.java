package io.ticketing.e2e.mainjob;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** Models fail while the workers lead. */
@PlayedIn(World.GEMINI_ON_KAFKA)
class FailingGeminiOnKafkaTest extends FailingGeminiStory {
    FailingGeminiOnKafkaTest(Scene scene) {
        super(scene);
    }
}
