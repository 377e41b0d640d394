package io.ticketing.notification.sending;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Listens in between the mail client and its socket, for one mail, for two things that the client tells nobody.
 *
 * <p>The final dot: until it is written the server cannot have taken the mail, and from then on it may have, whether it says so or not (RFC 5321,
 * section 4.1.1.4). No line of the mail itself looks like it: one that begins with a dot gets another one.
 *
 * <p>The end of the connection: the client overlooks it while it waits for the server's greeting.
 *
 * <p>A native image finds the proxies by their constant interfaces; the methods called through them are registered.
 */
@RegisterForReflection(targets = {Vertx.class, NetClient.class, NetSocket.class})
final class Wiretap {

    private static final String FINAL_DOT = ".\r\n";

    private enum Dot {
        AHEAD,
        WRITTEN,
        WITHHELD
    }

    private final AtomicReference<Dot> dot = new AtomicReference<>(Dot.AHEAD);
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** For the mail client to connect by. */
    Vertx tap(Vertx vertx) {
        InvocationHandler tapping = (proxy, method, arguments) -> {
            Object result = call(vertx, method, arguments);
            return result instanceof NetClient client ? tap(client) : result;
        };
        return (Vertx) Proxy.newProxyInstance(Vertx.class.getClassLoader(), new Class<?>[] {Vertx.class}, tapping);
    }

    /** Keeps the final dot from being written from now on; false when it has been written already. */
    boolean withholdFinalDot() {
        return dot.compareAndSet(Dot.AHEAD, Dot.WITHHELD) || dot.get() == Dot.WITHHELD;
    }

    /** Complete once the connection has ended, whoever ended it. */
    CompletableFuture<Void> closed() {
        return closed;
    }

    private NetClient tap(NetClient client) {
        InvocationHandler tapping = (proxy, method, arguments) -> {
            Object result = call(client, method, arguments);
            return method.getName().equals("connect") && result instanceof Future<?> connecting
                    ? connecting.map(socket -> tap((NetSocket) socket))
                    : result;
        };
        return (NetClient)
                Proxy.newProxyInstance(NetClient.class.getClassLoader(), new Class<?>[] {NetClient.class}, tapping);
    }

    private NetSocket tap(NetSocket socket) {
        InvocationHandler tapping = (proxy, method, arguments) -> switch (method.getName()) {
            case "closeHandler" -> socket.closeHandler(telling(arguments[0]));
            case "write" -> mayWrite(arguments[0]) ? call(socket, method, arguments) : socket.close();
            default -> call(socket, method, arguments);
        };
        return (NetSocket)
                Proxy.newProxyInstance(NetSocket.class.getClassLoader(), new Class<?>[] {NetSocket.class}, tapping);
    }

    private boolean mayWrite(Object text) {
        return !text.equals(FINAL_DOT) || dot.compareAndSet(Dot.AHEAD, Dot.WRITTEN);
    }

    @SuppressWarnings("unchecked")
    private Handler<Void> telling(Object closeHandler) {
        return end -> {
            ((Handler<Void>) closeHandler).handle(end);
            closed.complete(null);
        };
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException thrown) {
            throw thrown.getTargetException();
        }
    }
}
