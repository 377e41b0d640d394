package io.ticketing.e2e.secrecy;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** What outages and bad input leave in the logs. */
@PlayedIn(value = World.OFFLINE, act = PlayedIn.Act.LAST)
class SecrecyWithoutKeyTest extends SecrecyStory {
    SecrecyWithoutKeyTest(Scene scene) {
        super(scene);
    }
}
