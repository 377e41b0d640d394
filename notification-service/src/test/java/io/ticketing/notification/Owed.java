package io.ticketing.notification;

import com.mongodb.client.model.Filters;
import io.ticketing.notification.Facts.Person;
import io.ticketing.testing.mongo.RealMongo;

/** What the service's database says it owes. */
final class Owed {

    private Owed() {}

    /** How many deliveries somebody has, sent or not. */
    static long deliveriesTo(Person person) {
        return RealMongo.start()
                .client()
                .getDatabase("notifications")
                .getCollection("deliveries")
                .countDocuments(Filters.eq("recipientId", person.id()));
    }
}
