package io.ticketing.testing.oidc;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketing.testing.process.LocalTool;
import io.ticketing.testing.process.RealServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A real OpenID provider (the certified {@code oidc-provider} on Node.js) for one client, started once per JVM and redirect URI and gone with
 * the JVM. It insists on PKCE, and asks its users to log in and to consent on pages of its own; {@link OidcDance} walks through them.
 *
 * <p>Everybody in the JVM shares it: bring it back before a test that paused or killed it ends.
 */
public final class RealOidcProvider {
    private static final Duration START = Duration.ofSeconds(30);
    private static final String CLIENT_ID = "ticketing";
    private static final String CLIENT_SECRET = "a-secret-of-the-tests-and-their-provider";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RealServer server;

    private RealOidcProvider(RealServer server) {
        this.server = server;
    }

    /** The JVM's provider for a client that it sends people back to at this URI; started if need be; it serves, unless a test has killed it. */
    public static RealOidcProvider start(String redirectUri) {
        RealServer server = RealServer.once(
                "oidc-" + Integer.toHexString(redirectUri.hashCode()),
                (directory, port) -> command(directory, port, redirectUri));
        if (server.process().isRunning()) {
            server.awaitListening(START);
        }
        return new RealOidcProvider(server);
    }

    /** Its address, as the client is to be told. */
    public String issuer() {
        return "http://127.0.0.1:" + server.port();
    }

    public String clientId() {
        return CLIENT_ID;
    }

    public String clientSecret() {
        return CLIENT_SECRET;
    }

    /** Adds an account, or replaces what it says of the same one. */
    public OidcAccount account(OidcAccount account) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("email", account.email());
        claims.put("email_verified", account.emailVerified());
        if (account.name() != null) {
            claims.put("name", account.name());
        }
        try {
            Path accounts = server.directory().resolve("accounts");
            Path written = Files.createTempFile(accounts, "account", ".part");
            JSON.writeValue(written.toFile(), claims);
            Files.move(written, accounts.resolve(account.sub() + ".json"), StandardCopyOption.ATOMIC_MOVE);
            return account;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
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

    /** Starts it again after {@link #kill}, with the same accounts and other keys; whoever was logged in there no longer is. */
    public void restart() {
        server.startAgain();
        server.awaitListening(START);
    }

    private static List<String> command(Path directory, int port, String redirectUri) throws IOException {
        Path program = directory.resolve("provider.mjs");
        try (InputStream script = RealOidcProvider.class.getResourceAsStream("/oidc/provider.mjs")) {
            Files.copy(Objects.requireNonNull(script), program);
        }
        Files.createDirectory(directory.resolve("accounts"));
        Files.createSymbolicLink(directory.resolve("node_modules"), LocalTool.find("oidc-provider"));
        return Stream.of(LocalTool.find("node"), program, Integer.toString(port), CLIENT_ID, CLIENT_SECRET, redirectUri)
                .map(Object::toString)
                .toList();
    }
}
