package io.ticketing.deadletters;

import io.ticketing.events.TopicHandler;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;

/** Who reads which topic here. */
@ApplicationScoped
class TopicReaders {

    private final Instance<TopicHandler> handlers;

    TopicReaders(@Any Instance<TopicHandler> handlers) {
        this.handlers = handlers;
    }

    /** Whether anybody reads that topic. */
    boolean areThereFor(String topic) {
        return of(topic).findAny().isPresent();
    }

    /**
     * Gives the record to whoever reads its topic. They wait for the database as long as it is away; here somebody waits for them, so they are
     * interrupted after a while.
     *
     * @throws TimeoutException when they were
     */
    @Timeout(value = 5, unit = ChronoUnit.SECONDS)
    void read(ConsumerRecord<String, byte[]> record) {
        of(record.topic()).forEach(reader -> reader.on(record));
    }

    private Stream<TopicHandler> of(String topic) {
        return handlers.stream().filter(handler -> handler.topic().wireName().equals(topic));
    }
}
