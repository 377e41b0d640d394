package io.ticketing.e2e.secrecy;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** What a model that fails in every way leaves in the logs. */
@PlayedIn(value = World.GEMINI, act = PlayedIn.Act.LAST)
class SecrecyWithGeminiTest extends SecrecyStory {
    SecrecyWithGeminiTest(Scene scene) {
        super(scene);
    }
}
