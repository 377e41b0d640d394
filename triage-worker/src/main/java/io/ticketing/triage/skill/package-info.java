/** The skills that the system knows, and how they are recognised however they are written. */
@NullMarked
package io.ticketing.triage.skill;

import org.jspecify.annotations.NullMarked;
