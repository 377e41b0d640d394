package io.ticketing.auth.user;

import com.mongodb.client.model.Updates;
import io.ticketing.events.Fact;
import io.ticketing.events.Topic;
import io.ticketing.events.UserDeleted;
import io.ticketing.outbox.OutboxEntry;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonDocumentWrapper;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.conversions.Bson;

/** Takes over every field of a user except its id and its outbox; what has no value is removed. */
final class UserUpdate {

    private static final Set<String> KEPT = Set.of("id", "outbox");
    private static final List<String> FIELDS = Arrays.stream(UserDocument.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !KEPT.contains(name))
            .toList();

    private UserUpdate() {}

    /** Leaves nothing of a user but his id. The address and the name that nobody can have keep those fields unique, and free his own. */
    static Bson erasing(String id, long version) {
        Map<String, Object> left = Map.of("version", version, "email", "deleted " + id, "usernameKey", "deleted " + id);
        return Updates.combine(Stream.concat(
                        left.entrySet().stream().map(field -> Updates.set(field.getKey(), field.getValue())),
                        FIELDS.stream().filter(name -> !left.containsKey(name)).map(Updates::unset))
                .toList());
    }

    /** The last that is told of a user: that he is deleted, and the end of his state. */
    static List<OutboxEntry> farewell(String id, long version, Instant now) {
        Fact deleted = Fact.of(id, version, now, new UserDeleted(id));
        return List.of(OutboxEntry.of(deleted), OutboxEntry.tombstone(Topic.USERS, deleted));
    }

    static Bson to(User user, CodecRegistry codecs) {
        BsonDocument state = BsonDocumentWrapper.asBsonDocument(UserDocument.of(user, null), codecs);
        Stream<Bson> set = FIELDS.stream().filter(state::containsKey).map(name -> Updates.set(name, state.get(name)));
        Stream<Bson> unset =
                FIELDS.stream().filter(name -> !state.containsKey(name)).map(Updates::unset);
        return Updates.combine(Stream.concat(set, unset).toList());
    }
}
