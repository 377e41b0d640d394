package io.ticketing.testing.gemini;

import com.sun.net.httpserver.HttpServer;
import io.ticketing.testing.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * Speaks {@code POST /models/{model}:generateContent} as Gemini does, on loopback; reads the ticket in the prompt and
 * answers a fitting analysis, or misbehaves as told. Close it.
 */
public final class GeminiStandIn implements AutoCloseable {
    /** The one key that is let in. */
    public static final String API_KEY = "a-key-for-tests";

    /** So many may knock at the same moment without being turned away for a second. */
    private static final int BACKLOG = 1024;

    private final int port = FreePort.choose();
    private final GeminiWire wire = new GeminiWire(API_KEY);
    private @Nullable HttpServer server;

    private GeminiStandIn() {}

    /** A stand-in of your own, healthy. */
    public static GeminiStandIn start() {
        GeminiStandIn standIn = new GeminiStandIn();
        standIn.listen();
        return standIn;
    }

    /** What a client takes as its base URL; {@code /models/...} follows. */
    public String baseUrl() {
        return "http://127.0.0.1:" + port + "/v1beta";
    }

    /** Answers so from now on; calls that wait in silence are cut. {@code SLOW} is 2 s late. */
    public void mood(GeminiMood mood) {
        wire.mood(mood);
        if (mood == GeminiMood.DOWN) {
            stopListening();
        } else {
            listen();
        }
    }

    /** Answers so from now on when that model is called, whatever the mood of the others; {@code DOWN} cuts its calls. */
    public void mood(String model, GeminiMood mood) {
        wire.mood(model, mood);
    }

    /** {@link GeminiMood#SLOW}: answers so late from now on. */
    public void slow(Duration late) {
        wire.slowness(late);
        mood(GeminiMood.SLOW);
    }

    /**
     * Answers about this share of the calls in one of these moods each, and the others in the standing one; with the same seed the same calls
     * get the same moods.
     */
    public void faulty(long seed, double share, GeminiMood... moods) {
        wire.faults(new RandomFaults(seed, share, List.of(moods)));
    }

    /** Answers the next calls so, one each; then the standing mood holds again. */
    public void next(GeminiMood... moods) {
        wire.next(List.of(moods));
    }

    /** Answers the next call that has no mood of its own with a model that says exactly this. */
    public void nextSays(String text) {
        wire.nextSays(text);
    }

    /** How many calls arrived, answered or not. */
    public int callCount() {
        return wire.calls().size();
    }

    /** How many calls are here and not yet answered, nor given up as far as could be noticed. */
    public int underWay() {
        return wire.underWay();
    }

    /** Answers nobody from now on; who calls waits for {@link #letGo()} or {@link #reset()}. */
    public void hold() {
        wire.hold();
    }

    /** Answers all who wait, and who comes. */
    public void letGo() {
        wire.letGo();
    }

    /** The calls that arrived, in their order. */
    public List<GeminiCall> calls() {
        return wire.calls();
    }

    /** Healthy again, nothing remembered, nothing planned. */
    public void reset() {
        wire.reset();
        listen();
    }

    @Override
    public void close() {
        wire.reset();
        stopListening();
    }

    private synchronized void listen() {
        if (server != null) {
            return;
        }
        try {
            HttpServer listening =
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
            listening.createContext("/", wire);
            listening.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            listening.start();
            server = listening;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private synchronized void stopListening() {
        if (server != null) {
            server.stop(0);
            server = null;
        }
    }
}
