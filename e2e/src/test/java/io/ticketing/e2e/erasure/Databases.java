package io.ticketing.e2e.erasure;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import io.ticketing.testing.mongo.Traces;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;

/** All databases of a stack, read document by document. */
final class Databases implements AutoCloseable {
    private static final Set<String> OF_THE_SERVER = Set.of("admin", "config", "local");

    private final MongoClient mongo;

    /** Those of the server at this address. */
    Databases(String uri) {
        this.mongo = MongoClients.create(uri);
    }

    /** Every document that holds one of these texts, in any letter case; each begins with the name of its database. */
    List<String> placesOf(Collection<String> texts) {
        return StreamSupport.stream(mongo.listDatabaseNames().spliterator(), false)
                .filter(name -> !OF_THE_SERVER.contains(name))
                .flatMap(name -> Traces.of(mongo.getDatabase(name), texts.toArray(String[]::new)).stream()
                        .map(place -> name + "." + place))
                .toList();
    }

    @Override
    public void close() {
        mongo.close();
    }
}
