package io.ticketing.notification;

import static io.ticketing.testing.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.ticketing.notification.Facts.Person;
import io.ticketing.standing.KnownUsers;
import io.ticketing.testing.golden.GoldenFact;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.quarkus.SmtpResource;
import io.ticketing.testing.smtp.RealSmtp;
import io.ticketing.testing.smtp.ReceivedMail;
import io.ticketing.web.link.LinkPurpose;
import io.ticketing.web.link.LinkTokens;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

@NotificationTest
class GoldenUserFactsTest {

    private static final RealKafka KAFKA = RealKafka.start();

    private final RealSmtp smtp = SmtpResource.smtp();
    private final GoldenFact state = GoldenFact.of("user/changed").with("ce_sequence", "3");
    private final Person golden =
            new Person(state.key(), state.data().get("email").asText());

    @Inject
    LinkTokens tokens;

    @Inject
    KnownUsers users;

    @Test
    void theGoldenUserGetsHisMailsAndIsForgotten() {
        KAFKA.send(state.toSend());
        KAFKA.send(stillWorking("user/signup", "emailProof").toSend());
        KAFKA.send(stillWorking("user/email-proof-requested", "link").toSend());
        KAFKA.send(stillWorking("user/password-reset-requested", "link").toSend());
        KAFKA.send(GoldenFact.of("user/role-decided").toSend());
        KAFKA.send(GoldenFact.of("user/role-requested").toSend());

        arrived("user/signup", "Welcome to Ticketing", token(LinkPurpose.EMAIL_PROOF, "user/signup", "emailProof"));
        arrived(
                "user/email-proof-requested",
                "Confirm your e-mail address",
                token(LinkPurpose.EMAIL_PROOF, "user/email-proof-requested", "link"));
        arrived(
                "user/password-reset-requested",
                "Reset your password",
                token(LinkPurpose.PASSWORD_RESET, "user/password-reset-requested", "link"));
        arrived("user/role-decided", "Your role request was approved", "moderator");
        assertThat(smtp.mailsTo(golden.email())).hasSize(4);

        KAFKA.send(GoldenFact.of("user/deleted").toSend());

        eventually(() -> assertThat(Owed.deliveriesTo(golden)).isZero());
        assertThat(users.isGone(golden.id())).isTrue();
    }

    private static GoldenFact stillWorking(String type, String linkField) {
        GoldenFact sample = GoldenFact.of(type);
        ObjectNode data = sample.data().deepCopy();
        data.withObject("/" + linkField)
                .put("expiresAt", Instant.now().plus(Duration.ofHours(1)).toString());
        return sample.with(data);
    }

    private String token(LinkPurpose purpose, String type, String linkField) {
        return tokens.token(
                purpose, GoldenFact.of(type).data().get(linkField).get("id").asText());
    }

    private void arrived(String type, String subject, String word) {
        String messageId = "<" + GoldenFact.of(type).headers().get("ce_id") + "@ticketing>";
        eventually(() -> {
            ReceivedMail mail = smtp.mailsTo(golden.email()).stream()
                    .filter(one -> one.header("Message-ID").orElseThrow().equals(messageId))
                    .findFirst()
                    .orElseThrow();
            assertThat(mail.subject()).isEqualTo(subject);
            assertThat(mail.text()).contains("Hello Ada", word);
        });
    }
}
