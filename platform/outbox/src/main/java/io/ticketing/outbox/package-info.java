/**
 * State and the facts that it causes are one atomic write: the facts wait in an {@code outbox} field of the same Mongo document, and a
 * relay carries them to Kafka.
 */
@NullMarked
package io.ticketing.outbox;

import org.jspecify.annotations.NullMarked;
