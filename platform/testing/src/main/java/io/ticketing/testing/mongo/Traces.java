package io.ticketing.testing.mongo;

import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.bson.Document;

/** Looks for what must not be kept. */
public final class Traces {

    private Traces() {}

    /** Where one of the words stands, in capitals or not, in any document of any collection: collection and document, in words. */
    public static List<String> of(MongoDatabase database, String... words) {
        List<String> traces = new ArrayList<>();
        for (String collection : database.listCollectionNames()) {
            for (Document document : database.getCollection(collection).find()) {
                String text = document.toJson().toLowerCase(Locale.ROOT);
                if (Arrays.stream(words).anyMatch(word -> text.contains(word.toLowerCase(Locale.ROOT)))) {
                    traces.add(collection + ": " + text);
                }
            }
        }
        return traces;
    }
}
