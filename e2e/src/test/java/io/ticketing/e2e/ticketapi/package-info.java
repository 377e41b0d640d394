/** What people do to tickets, through the gateway and on raw JSON. */
@NullMarked
package io.ticketing.e2e.ticketapi;

import org.jspecify.annotations.NullMarked;
