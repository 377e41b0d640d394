/** One call of a function: what is remembered, the step that is due, and the answer (Call request, Steps, Errors). */
@NullMarked
package io.ticketing.inngest.run;

import org.jspecify.annotations.NullMarked;
