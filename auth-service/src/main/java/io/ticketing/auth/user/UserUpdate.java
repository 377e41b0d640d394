package io.ticketing.auth.user;

import com.mongodb.client.model.Updates;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
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

    static Bson to(User user, CodecRegistry codecs) {
        BsonDocument state = BsonDocumentWrapper.asBsonDocument(UserDocument.of(user, null), codecs);
        Stream<Bson> set = FIELDS.stream().filter(state::containsKey).map(name -> Updates.set(name, state.get(name)));
        Stream<Bson> unset =
                FIELDS.stream().filter(name -> !state.containsKey(name)).map(Updates::unset);
        return Updates.combine(Stream.concat(set, unset).toList());
    }
}
