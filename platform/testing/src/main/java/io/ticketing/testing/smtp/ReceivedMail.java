package io.ticketing.testing.smtp;

import jakarta.mail.Address;
import jakarta.mail.BodyPart;
import jakarta.mail.Header;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A mail as it arrived.
 *
 * @param from the sender as written in the mail
 * @param to all recipients as written in the mail
 * @param text the plain-text part, empty when there is none
 * @param html the HTML part, empty when there is none
 * @param headers all headers by name, in any case; encoded words as they came
 */
public record ReceivedMail(
        String from, List<String> to, String subject, String text, String html, Map<String, List<String>> headers) {

    /** The first value of this header, its name in any case. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    static ReceivedMail of(MimeMessage message) {
        try {
            return new ReceivedMail(
                    addresses(message.getFrom()).getFirst(),
                    addresses(message.getAllRecipients()),
                    Optional.ofNullable(message.getSubject()).orElse(""),
                    content(message, "text/plain"),
                    content(message, "text/html"),
                    headers(message));
        } catch (MessagingException unreadable) {
            throw new IllegalStateException("A mail that cannot be read", unreadable);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static List<String> addresses(Address @Nullable [] addresses) {
        return addresses == null
                ? List.of("")
                : Arrays.stream(addresses).map(Object::toString).toList();
    }

    private static String content(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.getContent() instanceof Multipart parts) {
            for (int index = 0; index < parts.getCount(); index++) {
                BodyPart inner = parts.getBodyPart(index);
                String found = content(inner, type);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return "";
    }

    private static Map<String, List<String>> headers(MimeMessage message) throws MessagingException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (Header header : Collections.list(message.getAllHeaders())) {
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(header.getValue());
        }
        return Collections.unmodifiableMap(headers);
    }
}
