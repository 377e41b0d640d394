/** The facts as they lie in Kafka, to be counted and to be sent again. */
@NullMarked
package io.ticketing.e2e.facts;

import org.jspecify.annotations.NullMarked;
