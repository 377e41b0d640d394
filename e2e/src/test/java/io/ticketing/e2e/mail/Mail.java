package io.ticketing.e2e.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A mail that has arrived.
 *
 * @param id in the inbox
 * @param subject as it shows
 * @param recipients addresses of the envelope
 * @param messageId what it calls itself, without its brackets; empty when it does not
 * @param arrivedAt when, to the second
 */
public record Mail(String id, String subject, List<String> recipients, String messageId, Instant arrivedAt) {
    private static final Pattern MESSAGE_ID = Pattern.compile("(?mi)^Message-ID:\\s*<([^>]*)>");

    static Mail of(JsonNode message) {
        return new Mail(
                message.path("id").asText(),
                message.path("subject").asText(),
                message.path("recipients_envelope")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList(),
                messageId(message.path("source").asText()),
                LocalDateTime.parse(message.path("created_at").asText().replace(' ', 'T'))
                        .toInstant(ZoneOffset.UTC));
    }

    private static String messageId(String source) {
        Matcher header = MESSAGE_ID.matcher(source);
        return header.find() ? header.group(1) : "";
    }
}
