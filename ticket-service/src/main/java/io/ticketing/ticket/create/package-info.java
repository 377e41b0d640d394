/** Opening a ticket. */
@NullMarked
package io.ticketing.ticket.create;

import org.jspecify.annotations.NullMarked;
