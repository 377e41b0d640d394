package io.ticketing.auth.user;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.quarkus.mongodb.panache.PanacheMongoRepositoryBase;
import io.quarkus.runtime.StartupEvent;
import io.ticketing.outbox.OutboxSource;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** The collection {@code users}; nobody shares an address or a name with another. */
@ApplicationScoped
class UserDocuments implements PanacheMongoRepositoryBase<UserDocument, String>, OutboxSource {

    @Override
    public MongoCollection<?> collection() {
        return mongoCollection();
    }

    void createIndexes(@Observes @Priority(50) StartupEvent event) {
        unique("email", false);
        unique("usernameKey", false);
        unique("googleSub", true);
        unique("emailProof.tokenHash", true);
        unique("passwordReset.tokenHash", true);
        mongoCollection().createIndex(Indexes.ascending("role", "status"), new IndexOptions().name("role"));
        mongoCollection()
                .createIndex(
                        Indexes.ascending("requestedRole"),
                        new IndexOptions().name("requestedRole").sparse(true));
        mongoCollection()
                .createIndex(
                        Indexes.ascending("endedTokens.expiresAt"),
                        new IndexOptions().name("endedTokens").sparse(true));
    }

    private void unique(String field, boolean sparse) {
        mongoCollection()
                .createIndex(
                        Indexes.ascending(field),
                        new IndexOptions().name(field).unique(true).sparse(sparse));
    }
}
