package io.ticketing.notification.delivery;

import io.ticketing.testing.mongo.RealMongo;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/** Deliveries that no service sends: in a database of the test's own. */
public final class OwnDeliveries {

    private static final String RECIPIENT = "somebody";

    private OwnDeliveries() {}

    /** There are none yet. */
    public static Deliveries none() {
        return new Deliveries(RealMongo.start().client(), "deliveries-" + UUID.randomUUID());
    }

    /** One more, claimed until the lease ends. */
    public static DeliveryDocument claimed(Deliveries deliveries, Instant leaseEnds) {
        Instant now = Instant.now();
        deliveries.add(DeliveryDocument.welcome(UUID.randomUUID().toString(), new Recipient(RECIPIENT, 1), null, now));
        return deliveries.claim(now, leaseEnds, Set.of()).orElseThrow();
    }

    /** What a deletion of the recipient does. */
    public static void recipientDeleted(Deliveries deliveries) {
        deliveries.removeAllTo(RECIPIENT);
    }
}
