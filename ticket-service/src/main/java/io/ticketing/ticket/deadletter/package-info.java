/** Seeing what this service could not handle, and having it handled again. */
@NullMarked
package io.ticketing.ticket.deadletter;

import org.jspecify.annotations.NullMarked;
