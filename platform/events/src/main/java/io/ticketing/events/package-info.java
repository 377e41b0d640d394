/** The facts that services share through Kafka, and how they look on the wire (CloudEvents 1.0, binary mode). */
@NullMarked
package io.ticketing.events;

import org.jspecify.annotations.NullMarked;
