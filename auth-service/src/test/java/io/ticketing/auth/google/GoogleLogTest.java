package io.ticketing.auth.google;

import static io.ticketing.auth.google.Visitor.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.ticketing.testing.oidc.Answer;
import io.ticketing.testing.oidc.OidcAccount;
import io.ticketing.testing.quarkus.WithKafka;
import io.ticketing.testing.quarkus.WithMongo;
import io.ticketing.testing.quarkus.WithOidc;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithMongo
@WithKafka
@WithOidc
class GoogleLogTest {

    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        Logger.getLogger("").addHandler(lines);
    }

    @AfterEach
    void stopListening() {
        Logger.getLogger("").removeHandler(lines);
    }

    @Test
    void theLogSaysThatASignInFailedAndNotWhose() {
        // Given
        Visitor visitor = new Visitor();
        OidcAccount ada = Visitor.known(Visitor.account().named("Ada Lovelace"));
        String edited = visitor.dance().begin().toString().replaceFirst("nonce=[^&]*", "nonce=another");
        URI back = visitor.dance().logIn(URI.create(edited), ada);
        String code = back.getQuery().replaceFirst(".*code=([^&]+).*", "$1");

        // When
        Answer answer = visitor.browser().get(back);

        // Then
        assertRefused(answer);
        assertThat(lines.written).anyMatch(line -> line.contains("sign-in with Google failed"));
        assertThat(lines.written)
                .noneMatch(line -> line.contains(ada.email())
                        || line.contains(ada.sub())
                        || line.contains("Lovelace")
                        || line.contains(code));
    }

    /** Keeps what is logged. */
    private static final class Lines extends Handler {

        private final List<String> written = new CopyOnWriteArrayList<>();
        private final SimpleFormatter format = new SimpleFormatter();

        @Override
        public void publish(LogRecord line) {
            written.add(format.formatMessage(line) + line.getThrown());
        }

        @Override
        public void flush() {
            // Nothing waits.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }
}
