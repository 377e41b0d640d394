/** A real Kafka broker for tests. */
@NullMarked
package io.ticketing.testing.kafka;

import org.jspecify.annotations.NullMarked;
