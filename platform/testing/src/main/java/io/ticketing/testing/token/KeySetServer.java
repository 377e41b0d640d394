package io.ticketing.testing.token;

import com.sun.net.httpserver.HttpServer;
import io.ticketing.testing.process.SharedInJvm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executors;

/** Serves a key set on loopback, as auth-service does. */
final class KeySetServer {
    static final String PATH = "/.well-known/jwks.json";

    private KeySetServer() {}

    /** The port of the JVM's server, which serves {@code keySet} if it is the first to ask. */
    static int port(String keySet) {
        return SharedInJvm.once("token-key-set", HttpServer.class, () -> start(keySet))
                .getAddress()
                .getPort();
    }

    private static HttpServer start(String keySet) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext(PATH, exchange -> {
                byte[] body = keySet.getBytes(StandardCharsets.UTF_8);
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
                exchange.close();
            });
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
