/** Tests of the triage worker as a whole, and the rig that they share. */
@NullMarked
package io.ticketing.triage;

import org.jspecify.annotations.NullMarked;
