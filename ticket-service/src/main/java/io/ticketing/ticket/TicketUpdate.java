package io.ticketing.ticket;

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

/** Takes over what a ticket says of itself; what has no value is removed. */
final class TicketUpdate {

    private static final Set<String> KEPT = Set.of("id", "outbox", "handledFacts", "timelineLength");
    private static final List<String> FIELDS = Arrays.stream(TicketDocument.class.getRecordComponents())
            .map(RecordComponent::getName)
            .filter(name -> !KEPT.contains(name))
            .toList();

    private TicketUpdate() {}

    static Bson to(Ticket ticket, CodecRegistry codecs) {
        BsonDocument state = BsonDocumentWrapper.asBsonDocument(TicketDocument.of(ticket, null), codecs);
        Stream<Bson> set = FIELDS.stream().filter(state::containsKey).map(name -> Updates.set(name, state.get(name)));
        Stream<Bson> unset =
                FIELDS.stream().filter(name -> !state.containsKey(name)).map(Updates::unset);
        return Updates.combine(Stream.concat(set, unset).toList());
    }

    /** Leaves nothing of a ticket but its id and its outbox. */
    static Bson erasing() {
        return Updates.combine(Stream.concat(FIELDS.stream(), Stream.of("handledFacts", "timelineLength"))
                .map(Updates::unset)
                .toList());
    }
}
