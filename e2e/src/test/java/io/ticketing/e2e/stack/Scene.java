package io.ticketing.e2e.stack;

import io.ticketing.e2e.facts.Facts;
import io.ticketing.e2e.mail.Inbox;
import io.ticketing.e2e.people.Api;
import io.ticketing.e2e.people.Casting;
import io.ticketing.e2e.people.Secrets;
import io.ticketing.testing.gemini.GeminiStandIn;
import io.ticketing.testing.inngest.InngestOptions;
import io.ticketing.testing.inngest.InngestServer;
import io.ticketing.testing.oidc.RealOidcProvider;
import io.ticketing.testing.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All that a story needs.
 *
 * @param world where it is played
 * @param stack the system
 * @param gemini the model's stand-in; nobody calls it in the world without a key
 * @param secrets what has been used that nobody may read in a log
 * @param api the way in
 * @param casting finds people
 * @param inbox where the mails end
 * @param facts what lies in Kafka
 */
public record Scene(
        World world,
        Stack stack,
        GeminiStandIn gemini,
        Secrets secrets,
        Api api,
        Casting casting,
        Inbox inbox,
        Facts facts) {

    /** The web client that the gateway lets browsers call from. */
    public static final String CLIENT_URL = "http://client.test:5173";

    private static final String NO_LIMIT = "100000";

    /** A new scene, with a stack that has never run. */
    static Scene of(World world) {
        Path root = Path.of(System.getProperty("ticketing.root", ".."))
                .toAbsolutePath()
                .normalize();
        Path home = root.resolve("e2e/target/stack-" + world.wireName());
        GeminiStandIn gemini = GeminiStandIn.start();
        Map<String, String> settings = new HashMap<>();
        settings.put("TICKETING_HOME", home.toString());
        settings.put("TICKETING_ENV_FILE", home.resolve("no.env").toString());
        int port = FreePort.choose();
        settings.put("PORT", Integer.toString(port));
        settings.put("CLIENT_URL", CLIENT_URL);
        settings.put("ONBOARDING_ROLE_POLICY", "open");
        settings.put("RATE_LIMIT_ADDRESS", NO_LIMIT);
        settings.put("RATE_LIMIT_USER", NO_LIMIT);
        settings.put("RATE_LIMIT_REGISTRATION", NO_LIMIT);
        settings.putAll(world.settings(root, gemini, "http://localhost:" + port));
        Stack stack = new Stack(home, new TicketingCommand(root, settings));
        clear(home, stack);
        firstUp(stack);
        Secrets secrets = new Secrets();
        secrets.keep(GeminiStandIn.API_KEY);
        secrets.keep(InngestOptions.EVENT_KEY);
        secrets.keep(InngestOptions.SIGNING_KEY);
        Api api = new Api(stack.address("GATEWAY_URL"), secrets);
        return new Scene(
                world,
                stack,
                gemini,
                secrets,
                api,
                new Casting(api, secrets, world.firstAdmin()),
                new Inbox(stack.address("INBOX_URL")),
                new Facts(stack.address("KAFKA_BOOTSTRAP_SERVERS")));
    }

    /** What stands for Google, in the world where people may come in through it. */
    public RealOidcProvider google() {
        return World.google(stack.address("GATEWAY_URL"));
    }

    /** What leads triage, in the world that has Inngest. */
    public InngestServer inngest() {
        return World.inngest();
    }

    private static void firstUp(Stack stack) {
        Thread rescue = new Thread(stack::abandon, "stack-down");
        Runtime.getRuntime().addShutdownHook(rescue);
        try {
            stack.up();
        } catch (AssertionError failed) {
            stack.down();
            throw failed;
        }
    }

    /** Takes the stack down. */
    void end() {
        stack.down();
        gemini.close();
    }

    /** Removes what a run before this one has left, its processes first. */
    private static void clear(Path home, Stack stack) {
        if (!Files.exists(home)) {
            return;
        }
        stack.down();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
