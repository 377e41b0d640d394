package io.ticketing.notification;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.ticketing.notification.Facts.Person;
import io.ticketing.testing.mongo.RealMongo;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.bson.Document;

/** What the service's database says it owes. */
final class Owed {

    private Owed() {}

    /** How many deliveries somebody has, sent or not. */
    static long deliveriesTo(Person person) {
        return database().getCollection("deliveries").countDocuments(Filters.eq("recipientId", person.id()));
    }

    /** The first half of a deletion, as a service that died at this moment leaves it. */
    static void ticketIsKnownToBeDeleted(String ticketId) {
        database().getCollection("deleted-tickets").insertOne(new Document("_id", ticketId));
    }

    /** For how many seconds the id of a deleted ticket is kept. */
    static long secondsThatDeletedTicketsAreKept() {
        return StreamSupport.stream(
                        database()
                                .getCollection("deleted-tickets")
                                .listIndexes()
                                .spliterator(),
                        false)
                .filter(index -> index.containsKey("expireAfterSeconds"))
                .mapToLong(index -> ((Number) index.get("expireAfterSeconds")).longValue())
                .findFirst()
                .orElseThrow();
    }

    /** Everything that the service's database holds, as text. */
    static String everythingStored() {
        return StreamSupport.stream(database().listCollectionNames().spliterator(), false)
                .flatMap(name -> StreamSupport.stream(
                        database().getCollection(name).find().spliterator(), false))
                .map(Document::toJson)
                .collect(Collectors.joining("\n"));
    }

    private static MongoDatabase database() {
        return RealMongo.start().client().getDatabase("notifications");
    }
}
