package io.ticketing.web.list;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.codecs.Decoder;
import org.bson.codecs.DecoderContext;
import org.jboss.logging.Logger;

/** Documents of a list that are read one by one, so that one that cannot be read keeps nobody from seeing the others. */
public final class ReadableDocuments {

    private static final Logger LOG = Logger.getLogger(ReadableDocuments.class);

    private ReadableDocuments() {}

    /** The first that can be read, and as many as there are at most; the others are left out, and the log names their ids. */
    public static <T> List<T> first(int most, Iterator<BsonDocument> documents, Decoder<T> decoder) {
        List<T> read = new ArrayList<>();
        while (read.size() < most && documents.hasNext()) {
            read(documents.next(), decoder).ifPresent(read::add);
        }
        return read;
    }

    private static <T> Optional<T> read(BsonDocument document, Decoder<T> decoder) {
        try {
            return Optional.of(decoder.decode(
                    new BsonDocumentReader(document), DecoderContext.builder().build()));
        } catch (RuntimeException unreadable) {
            LOG.warnf(
                    "left out of a list, since it cannot be read: %s %s",
                    document.get("_id"), unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }
}
