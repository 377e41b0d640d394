package io.ticketing.auth.signing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code signing-keys}, shared by all replicas. */
@ApplicationScoped
class SigningKeyStore {

    private final MongoCollection<SigningKeyDocument> keys;

    SigningKeyStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.keys = mongo.getDatabase(database).getCollection("signing-keys", SigningKeyDocument.class);
    }

    List<SigningKeyDocument> all() {
        return keys.find().into(new ArrayList<>());
    }

    /** Adds a key, unless another replica has made one of that generation already. */
    void addUnlessMade(SigningKeyDocument key) {
        try {
            keys.insertOne(key);
        } catch (MongoWriteException failure) {
            if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw failure;
            }
        }
    }
}
