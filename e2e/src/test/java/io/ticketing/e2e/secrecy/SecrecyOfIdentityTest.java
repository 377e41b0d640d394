package io.ticketing.e2e.secrecy;

import io.ticketing.e2e.stack.PlayedIn;
import io.ticketing.e2e.stack.Scene;
import io.ticketing.e2e.stack.World;

/** What passwords, links, cookies and deleted people leave in the logs. */
@PlayedIn(value = World.IDENTITY, act = PlayedIn.Act.LAST)
class SecrecyOfIdentityTest extends SecrecyStory {
    SecrecyOfIdentityTest(Scene scene) {
        super(scene);
    }
}
