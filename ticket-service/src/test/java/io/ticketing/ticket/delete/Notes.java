package io.ticketing.ticket.delete;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import io.ticketing.ticket.ErasedWithTicket;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import org.bson.Document;

/** Something that lies beside tickets, and cannot be erased where it says so. */
@Singleton
class Notes implements ErasedWithTicket {

    private final MongoCollection<Document> notes;

    Notes(MongoClient mongo) {
        this.notes = mongo.getDatabase("tickets").getCollection("notes-of-a-test");
    }

    void add(String ticketId, boolean erasable) {
        notes.insertOne(new Document("ticketId", ticketId).append("erasable", erasable));
    }

    long count(String ticketId) {
        return notes.countDocuments(eq("ticketId", ticketId));
    }

    @Override
    public void erase(ClientSession transaction, String ticketId) {
        if (notes.find(transaction, eq("ticketId", ticketId))
                .map(note -> note.getBoolean("erasable"))
                .into(new ArrayList<>())
                .contains(false)) {
            throw new IllegalStateException("This cannot be erased.");
        }
        notes.deleteMany(transaction, eq("ticketId", ticketId));
    }
}
