package io.ticketing.e2e.mainjob;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** The main job without a key for any model. */
@PlayedIn(value = World.OFFLINE, act = PlayedIn.Act.FIRST)
class MainJobWithoutKeyTest extends MainJobStory {
    MainJobWithoutKeyTest(Scene scene) {
        super(scene, "offline");
    }
}
