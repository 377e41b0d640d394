package io.ticketing.e2e.mail;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A mail that has arrived.
 *
 * @param id in the inbox
 * @param subject as it shows
 * @param recipients addresses of the envelope
 */
public record Mail(String id, String subject, List<String> recipients) {
    static Mail of(JsonNode message) {
        return new Mail(
                message.path("id").asText(),
                message.path("subject").asText(),
                message.path("recipients_envelope")
                        .valueStream()
                        .map(JsonNode::asText)
                        .toList());
    }
}
