/** A stand-in for Google's Gemini that speaks its real wire, well or badly. */
@NullMarked
package io.ticketing.testing.gemini;

import org.jspecify.annotations.NullMarked;
