package io.ticketing.e2e.mainjob;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** Models fail while Inngest leads. */
@PlayedIn(World.GEMINI)
class FailingGeminiWithInngestTest extends FailingGeminiStory {
    FailingGeminiWithInngestTest(Scene scene) {
        super(scene);
    }
}
