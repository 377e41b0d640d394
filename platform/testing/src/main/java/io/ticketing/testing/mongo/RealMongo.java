package io.ticketing.testing.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.ticketing.testing.Eventually;
import io.ticketing.testing.process.RealServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * A real mongod, a replica set of one, started once per JVM and gone with it.
 *
 * <p>Everybody in the JVM shares it: take a database of your own ({@link #freshDatabase}), and bring it back before a
 * test that paused or killed it ends.
 */
public final class RealMongo {
    private static final Duration START = Duration.ofSeconds(30);
    private static final int ALREADY_INITIALIZED = 23;
    private static @Nullable RealMongo started;

    private final RealServer server;
    private final MongoClient client;

    private RealMongo(RealServer server) {
        this.server = server;
        this.client = MongoClients.create(settings("replicaSet=rs0"));
    }

    /** The JVM's mongod, started if need be, ready for writes. */
    public static synchronized RealMongo start() {
        if (started == null) {
            RealServer server = RealServer.once("mongod", RealMongo::command);
            RealMongo mongo = new RealMongo(server);
            mongo.awaitPrimary();
            started = mongo;
        }
        return started;
    }

    /** The connection string, without a database. */
    public String uri() {
        return "mongodb://127.0.0.1:" + server.port() + "/?replicaSet=rs0";
    }

    /** A client for assertions; never close it. */
    public MongoClient client() {
        return client;
    }

    /** An empty database that nobody else uses; its name begins with {@code prefix}. */
    public MongoDatabase freshDatabase(String prefix) {
        return client.getDatabase(prefix + "-" + UUID.randomUUID());
    }

    /** Makes it hang (SIGSTOP): connections stay open, nothing is answered. */
    public void pause() {
        server.process().pause();
    }

    /** Ends a {@link #pause}. */
    public void resume() {
        server.process().resume();
    }

    /** Kills it (SIGKILL): connections break, new ones are refused. */
    public void kill() {
        server.process().kill();
    }

    /** Starts it again after {@link #kill}, on the same port and data; returns when it takes writes. */
    public void restart() {
        server.startAgain();
        awaitPrimary();
    }

    private static List<String> command(Path directory, int port) throws IOException {
        Path data = Files.createDirectory(directory.resolve("data"));
        return List.of(
                MongodBinary.find().toString(),
                "--replSet=rs0",
                "--bind_ip=127.0.0.1",
                "--port=" + port,
                "--dbpath=" + data,
                "--wiredTigerCacheSizeGB=0.25",
                "--nounixsocket",
                "--quiet",
                "--setParameter=diagnosticDataCollectionEnabled=false");
    }

    private void awaitPrimary() {
        server.awaitListening(START);
        try (MongoClient direct = MongoClients.create(settings("directConnection=true"))) {
            MongoDatabase admin = direct.getDatabase("admin");
            Eventually.eventually(START, () -> {
                initiate(admin);
                assertThat(admin.runCommand(new Document("hello", 1)).getBoolean("isWritablePrimary"))
                        .as("mongod takes writes")
                        .isTrue();
            });
        }
    }

    private void initiate(MongoDatabase admin) {
        Document member = new Document("_id", 0).append("host", "127.0.0.1:" + server.port());
        Document configuration = new Document("_id", "rs0").append("members", List.of(member));
        try {
            admin.runCommand(new Document("replSetInitiate", configuration));
        } catch (MongoCommandException refused) {
            if (refused.getErrorCode() != ALREADY_INITIALIZED) {
                throw refused;
            }
        }
    }

    private MongoClientSettings settings(String option) {
        return MongoClientSettings.builder()
                .applyConnectionString(new ConnectionString("mongodb://127.0.0.1:" + server.port() + "/?" + option))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(10, TimeUnit.SECONDS))
                .applyToServerSettings(monitor -> monitor.heartbeatFrequency(500, TimeUnit.MILLISECONDS)
                        .minHeartbeatFrequency(50, TimeUnit.MILLISECONDS))
                .build();
    }
}
