package io.ticketing.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.ticketing.testing.kafka.RealKafka;
import io.ticketing.testing.kafka.TopicReader;
import io.ticketing.web.link.LinkPurpose;
import io.ticketing.web.link.LinkTokens;
import java.io.IOException;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The links that somebody finds in his mail, made from the facts that notification-service makes them from. */
public record Mailbox(LinkTokens tokens) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The token that proves the address with which somebody registered. */
    public String proof(String userId) throws IOException {
        try (TopicReader reader = RealKafka.start().records("user-events")) {
            ConsumerRecord<String, byte[]> fact = reader.await(record -> isOf(record, userId, "user/signup"));
            return tokens.token(
                    LinkPurpose.EMAIL_PROOF, data(fact).at("/emailProof/id").asText());
        }
    }

    /** The token of the last link that lets set a new password, when there are that many. */
    public String reset(String userId, int count) throws IOException {
        try (TopicReader reader = RealKafka.start().records("user-events")) {
            reader.await(record -> resets(reader, userId).size() >= count);
            return tokens.token(
                    LinkPurpose.PASSWORD_RESET,
                    data(resets(reader, userId).getLast()).at("/link/id").asText());
        }
    }

    /** How many such links there are by now. */
    public int resets(String userId) {
        try (TopicReader reader = RealKafka.start().records("user-events")) {
            return resets(reader, userId).size();
        }
    }

    private static List<ConsumerRecord<String, byte[]>> resets(TopicReader reader, String userId) {
        return reader.all().stream()
                .filter(record -> isOf(record, userId, "user/password-reset-requested"))
                .toList();
    }

    private static boolean isOf(ConsumerRecord<String, byte[]> record, String userId, String type) {
        return userId.equals(record.key())
                && type.equals(new String(record.headers().lastHeader("ce_type").value(), UTF_8));
    }

    private static JsonNode data(ConsumerRecord<String, byte[]> record) throws IOException {
        return JSON.readTree(record.value());
    }
}
