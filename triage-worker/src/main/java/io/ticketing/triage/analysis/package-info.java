/** What a ticket is about: the model is asked, and rules answer when it cannot. */
@NullMarked
package io.ticketing.triage.analysis;

import org.jspecify.annotations.NullMarked;
