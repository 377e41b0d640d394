/** Telling staff how a ticket was triaged, what waits, and having a ticket triaged again. */
@NullMarked
package io.ticketing.triage.explain;

import org.jspecify.annotations.NullMarked;
