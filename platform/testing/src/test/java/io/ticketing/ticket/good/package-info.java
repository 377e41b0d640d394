/** A feature as it should be. */
@NullMarked
package io.ticketing.ticket.good;

import org.jspecify.annotations.NullMarked;
