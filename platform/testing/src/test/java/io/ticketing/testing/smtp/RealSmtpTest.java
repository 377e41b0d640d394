package io.ticketing.testing.smtp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RealSmtpTest {
    private static final String ADA = "ada@example.org";

    private final RealSmtp smtp = RealSmtp.start();

    @AfterEach
    void end() {
        smtp.close();
    }

    @Test
    void aMailArrivesWithBothItsParts() throws MessagingException {
        send("Grüße", 5000);

        assertThat(smtp.mailsTo(ADA)).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Grüße");
            assertThat(mail.text()).isEqualTo("plain");
            assertThat(mail.html()).isEqualTo("<p>rich</p>");
            assertThat(mail.to()).containsExactly(ADA);
            assertThat(mail.header("x-kind")).contains("test");
        });
        assertThat(smtp.mailsTo("bob@example.org")).isEmpty();
    }

    @Test
    void itComesBackOnItsPortWithItsMails() throws MessagingException {
        send("before", 5000);

        smtp.stop();
        assertThatThrownBy(() -> send("lost", 5000)).isInstanceOf(MessagingException.class);
        smtp.restart();
        send("after", 5000);

        assertThat(smtp.mailsTo(ADA)).extracting(ReceivedMail::subject).containsExactly("before", "after");
    }

    @Test
    void itRefusesForNowAndForGood() throws MessagingException {
        smtp.mood(SmtpMood.REFUSING_FOR_NOW);
        assertThatThrownBy(() -> send("later", 5000))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("451");
        smtp.mood(SmtpMood.REFUSING_FOR_GOOD);
        assertThatThrownBy(() -> send("never", 5000))
                .isInstanceOf(SendFailedException.class)
                .hasStackTraceContaining("550");

        smtp.mood(SmtpMood.HEALTHY);
        send("now", 5000);

        assertThat(smtp.mails()).extracting(ReceivedMail::subject).containsExactly("now");
        assertThat(smtp.refusals()).isEqualTo(2);
    }

    @Test
    void itIsSlowOrSilent() throws MessagingException {
        smtp.slow(Duration.ofMillis(200));
        send("slow", 5000);

        smtp.mood(SmtpMood.SILENT);
        assertThatThrownBy(() -> send("unheard", 200)).isInstanceOf(MessagingException.class);

        assertThat(smtp.mails()).extracting(ReceivedMail::subject).containsExactly("slow");
    }

    private void send(String subject, int timeoutMillis) throws MessagingException {
        Properties settings = new Properties();
        settings.setProperty("mail.smtp.host", smtp.host());
        settings.setProperty("mail.smtp.port", Integer.toString(smtp.port()));
        settings.setProperty("mail.smtp.timeout", Integer.toString(timeoutMillis));
        MimeMessage message = new MimeMessage(Session.getInstance(settings));
        message.setFrom(new InternetAddress("desk@example.org"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(ADA));
        message.setSubject(subject, "UTF-8");
        message.setHeader("X-Kind", "test");
        MimeBodyPart text = new MimeBodyPart();
        text.setText("plain", "UTF-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>rich</p>", "UTF-8", "html");
        message.setContent(new MimeMultipart("alternative", text, html));
        Transport.send(message);
    }
}
