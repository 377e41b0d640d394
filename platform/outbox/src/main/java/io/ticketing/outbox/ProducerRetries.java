package io.ticketing.outbox;

import io.smallrye.reactive.messaging.ClientCustomizer;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.eclipse.microprofile.config.Config;

/**
 * Leaves retries to the producer, which keeps the order. The channel's {@code retries=0} stops the connector from sending a
 * fact again that it has given up, behind newer ones that went out meanwhile; but the connector hands that value on to the
 * idempotent producer, which refuses it.
 */
@ApplicationScoped
class ProducerRetries implements ClientCustomizer<Map<String, Object>> {

    @Override
    public Map<String, Object> customize(String channel, Config config, Map<String, Object> client) {
        if (channel.equals("facts")) {
            client.remove(ProducerConfig.RETRIES_CONFIG);
        }
        return client;
    }
}
