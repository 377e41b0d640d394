package io.ticketing.e2e.crash;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** Services die while the workers lead; played where somebody asks for it, since the chaos is, too. */
@PlayedIn(World.GEMINI_ON_KAFKA)
class KilledServiceOnKafka extends KilledServiceStory {
    KilledServiceOnKafka(Scene scene) {
        super(scene);
    }
}
