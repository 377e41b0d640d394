/** What lies on whose desk, kept right by what happens to tickets. */
@NullMarked
package io.ticketing.triage.desk;

import org.jspecify.annotations.NullMarked;
