package io.ticketing.e2e.ticketapi;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** People decide while Inngest leads. */
@PlayedIn(World.GEMINI)
class SlowAnalysisWithInngestTest extends SlowAnalysisStory {
    SlowAnalysisWithInngestTest(Scene scene) {
        super(scene);
    }
}
