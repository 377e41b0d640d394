package io.ticketing.e2e.crash;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** Services die while Inngest leads. */
@PlayedIn(World.GEMINI)
class KilledServiceWithInngestTest extends KilledServiceStory {
    KilledServiceWithInngestTest(Scene scene) {
        super(scene);
    }
}
