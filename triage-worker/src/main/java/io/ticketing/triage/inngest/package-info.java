/** Triage as Inngest leads it. */
@NullMarked
package io.ticketing.triage.inngest;

import org.jspecify.annotations.NullMarked;
