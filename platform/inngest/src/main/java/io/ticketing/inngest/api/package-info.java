/** Calls to the Inngest server: its API, and the wire that events take as well. */
@NullMarked
package io.ticketing.inngest.api;

import org.jspecify.annotations.NullMarked;
