package io.ticketing.events;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What a service does with the records of one topic. The same record again, at any time and beside others, changes nothing. */
public interface TopicHandler {

    /** The topic that it reads. */
    Topic topic();

    /**
     * Handles a record; whoever dies in the middle handles it again.
     *
     * @throws PoisonRecordException when it can never be read
     */
    void on(ConsumerRecord<String, byte[]> record);
}
