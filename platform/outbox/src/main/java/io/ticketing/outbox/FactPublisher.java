package io.ticketing.outbox;

/** Carries one fact out. */
@FunctionalInterface
public interface FactPublisher {

    /**
     * Returns once the broker has acknowledged the fact on all in-sync replicas.
     *
     * @throws PublishFailedException when it has not, within the time allowed; the fact may or may not be out
     */
    void publish(OutboxEntry entry);
}
