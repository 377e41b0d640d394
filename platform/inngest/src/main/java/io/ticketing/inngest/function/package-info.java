/** The functions of the application as they are served, failure handlers among them. */
@NullMarked
package io.ticketing.inngest.function;

import org.jspecify.annotations.NullMarked;
