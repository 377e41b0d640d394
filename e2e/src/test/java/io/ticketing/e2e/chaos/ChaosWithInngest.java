package io.ticketing.e2e.chaos;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** Chaos while Inngest leads; played where somebody asks for it: {@code ./ticketing test chaos --engine inngest}. */
@PlayedIn(World.GEMINI)
class ChaosWithInngest extends ChaosStory {
    ChaosWithInngest(Scene scene) {
        super(scene);
    }
}
