package io.ticketing.auth.signing;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.ClientSession;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The collection {@code signing-keys}, shared by all replicas. */
@ApplicationScoped
class SigningKeyStore {

    private final MongoClient mongo;
    private final MongoCollection<SigningKeyDocument> keys;

    SigningKeyStore(MongoClient mongo, @ConfigProperty(name = "quarkus.mongodb.database") String database) {
        this.mongo = mongo;
        this.keys = mongo.getDatabase(database).getCollection("signing-keys", SigningKeyDocument.class);
    }

    List<SigningKeyDocument> all() {
        return keys.find().into(new ArrayList<>());
    }

    /** The same with whatever else is written in that transaction, which happens only if the key is added; says whether it was. */
    boolean add(SigningKeyDocument key, Consumer<ClientSession> also) {
        try (ClientSession session = mongo.startSession()) {
            return session.withTransaction(() -> {
                keys.insertOne(session, key);
                also.accept(session);
                return true;
            });
        } catch (MongoWriteException failure) {
            return isMade(failure);
        }
    }

    /** Removes a key for good; removing it again does nothing. */
    void remove(SigningKey key) {
        keys.deleteOne(Filters.eq("_id", key.generation()));
    }

    /** Adds a key, unless another replica has made one of that generation already. */
    void addUnlessMade(SigningKeyDocument key) {
        try {
            keys.insertOne(key);
        } catch (MongoWriteException failure) {
            isMade(failure);
        }
    }

    private static boolean isMade(MongoWriteException failure) {
        if (failure.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
            throw failure;
        }
        return false;
    }
}
