package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.mongo.RealMongo;
import java.util.Map;

/** The JVM's real mongod under the keys that services read. */
public final class MongoResource implements QuarkusTestResourceLifecycleManager {
    /** The mongod that the application under test uses. */
    public static RealMongo mongo() {
        return RealMongo.start();
    }

    @Override
    public Map<String, String> start() {
        String uri = mongo().uri();
        return Map.of("MONGO_URI", uri, "quarkus.mongodb.connection-string", uri);
    }

    @Override
    public void stop() {
        // It ends with the JVM: the next application of this JVM uses it too.
    }
}
