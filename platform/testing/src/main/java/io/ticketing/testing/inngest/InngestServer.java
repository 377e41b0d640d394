package io.ticketing.testing.inngest;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.ticketing.testing.inngest.AppCall.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Collection;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A double of the Inngest server on loopback, in this process, or by {@link #main} in one of its own. Close it.
 *
 * <p>Over HTTP it offers to tests, beside Inngest's own routes, {@code GET /runs} (a list of {@link InngestRun}) and {@code GET} and
 * {@code POST /faults} ({@link InngestFaults}).
 */
public final class InngestServer implements AutoCloseable {
    private final InngestOptions options;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http = HttpClient.newHttpClient();
    private final AppCall app;
    private final Delivery delivery;
    private final Runs runs;
    private final ServerRoutes routes;
    private final HttpServer server;

    private InngestServer(InngestOptions options) throws IOException {
        this.options = options;
        this.app = new AppCall(http, options);
        this.delivery = new Delivery(app, threads, options.seed());
        // What names things is drawn apart from what goes wrong, so that the seed decides the faults alone.
        Random names = new Random();
        this.runs = new Runs(options, delivery, threads, names);
        this.routes = new ServerRoutes(options, runs, delivery, names);
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), options.port()), 0);
        server.createContext("/", routes);
        server.setExecutor(threads);
        server.start();
    }

    /** A server that works. */
    public static InngestServer start(InngestOptions options) {
        try {
            return new InngestServer(options);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Serves until the process ends, as the environment says ({@link InngestOptions}). */
    public static void main(String[] arguments) throws InterruptedException {
        InngestServer server = start(InngestOptions.of(System.getenv()));
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server::close));
        Thread.currentThread().join();
    }

    /** Where it is; what {@code INNGEST_BASE_URL} takes. */
    public String baseUrl() {
        return "http://127.0.0.1:" + options.port();
    }

    /** What it is like. */
    public InngestOptions options() {
        return options;
    }

    /** Misbehaves so from now on. */
    public void faults(InngestFaults faults) {
        delivery.faults(faults);
    }

    /** The full ids of all functions that are registered. */
    public Collection<String> functionIds() {
        return runs.functionIds();
    }

    /** The applications, each as it registered last. */
    public List<JsonNode> apps() {
        return routes.apps();
    }

    /** Asks the application at this address to register, and answers its HTTP status; 0 when it was not reached. */
    public int sync(URI url) throws InterruptedException {
        Outcome outcome = app.put(url);
        return outcome.status();
    }

    /** All runs, oldest first. */
    public List<InngestRun> runs() {
        return runs.all();
    }

    /** The runs of the function with this full id, oldest first. */
    public List<InngestRun> runs(String functionId) {
        return runs().stream()
                .filter(run -> run.functionId().equals(functionId))
                .toList();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
