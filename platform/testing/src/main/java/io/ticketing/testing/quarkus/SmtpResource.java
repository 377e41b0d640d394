package io.ticketing.testing.quarkus;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.ticketing.testing.smtp.RealSmtp;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A real mail server under the keys that notification-service reads. */
public final class SmtpResource implements QuarkusTestResourceLifecycleManager {
    private static @Nullable RealSmtp smtp;

    /** The mail server that the application under test uses. */
    public static synchronized RealSmtp smtp() {
        return Objects.requireNonNull(smtp, "No mail server: is the test annotated @WithSmtp?");
    }

    @Override
    public Map<String, String> start() {
        return settings(begin());
    }

    @Override
    public void stop() {
        end();
    }

    private static Map<String, String> settings(RealSmtp server) {
        return Map.of(
                "MAILTRAP_SMTP_HOST", server.host(),
                "MAILTRAP_SMTP_PORT", Integer.toString(server.port()),
                "MAILTRAP_SMTP_SECURITY", "plain");
    }

    private static synchronized RealSmtp begin() {
        RealSmtp server = RealSmtp.start();
        smtp = server;
        return server;
    }

    private static synchronized void end() {
        if (smtp != null) {
            smtp.close();
        }
    }
}
