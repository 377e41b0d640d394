package io.ticketing.testing.mongo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.junit.jupiter.api.Test;

class RealMongoTest {
    private final RealMongo mongo = RealMongo.start();

    @Test
    void whatWasWrittenOutlivesACrash() {
        MongoCollection<Document> notes = mongo.freshDatabase("crash").getCollection("notes");
        notes.insertOne(new Document("_id", 1));

        mongo.kill();
        mongo.restart();

        assertThat(notes.countDocuments()).isEqualTo(1);
    }

    @Test
    void whileItIsPausedNothingIsAnswered() {
        MongoCollection<Document> notes = mongo.freshDatabase("pause").getCollection("notes");
        notes.insertOne(new Document("_id", 1));
        try (MongoClient hasty = MongoClients.create(mongo.uri() + "&timeoutMS=300")) {
            mongo.pause();

            assertThatThrownBy(() -> hasty.getDatabase("pause").runCommand(new Document("ping", 1)))
                    .isInstanceOf(MongoException.class);
        } finally {
            mongo.resume();
        }
        assertThat(notes.countDocuments()).isEqualTo(1);
    }

    @Test
    void thereIsOneInTheJvm() {
        assertThat(RealMongo.start().uri()).isEqualTo(mongo.uri());
    }
}
