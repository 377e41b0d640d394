package io.ticketing.outbox;

import io.smallrye.mutiny.TimeoutException;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.Record;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import io.ticketing.events.FactCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/** Publishes through the channel {@code facts}; the producer settings are in this module's configuration. */
@ApplicationScoped
class KafkaFactPublisher implements FactPublisher {

    private final MutinyEmitter<Record<String, byte[]>> facts;
    private final String source;
    private final Duration patience;

    KafkaFactPublisher(
            @Channel("facts") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = 1024)
                    MutinyEmitter<Record<String, byte[]>> facts,
            @ConfigProperty(name = "quarkus.application.name") String application,
            OutboxConfig config) {
        this.facts = facts;
        this.source = "/" + application;
        this.patience = config.publishTimeout();
    }

    @Override
    public void publish(OutboxEntry entry) {
        byte[] value = entry.data() == null ? null : entry.data().getBytes(StandardCharsets.UTF_8);
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withTopic(entry.topic())
                .withHeaders(FactCodec.headers(
                        entry.id(), entry.type(), entry.subject(), entry.sequence(), entry.time(), source))
                .build();
        try {
            facts.sendMessage(Message.of(Record.of(entry.subject(), value)).addMetadata(metadata))
                    .await()
                    .atMost(patience);
        } catch (KafkaException | TimeoutException | CompletionException | IllegalStateException away) {
            throw new PublishFailedException(away);
        }
    }
}
