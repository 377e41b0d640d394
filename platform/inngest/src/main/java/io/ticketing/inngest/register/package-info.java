/** Telling the server what is served here (Register). */
@NullMarked
package io.ticketing.inngest.register;

import org.jspecify.annotations.NullMarked;
