/** The durable workflow: start, analyse, assign, complete. */
@NullMarked
package io.ticketing.triage.run;

import org.jspecify.annotations.NullMarked;
