/** Changes to tickets, heard as they happen. */
@NullMarked
package io.ticketing.e2e.stream;

import org.jspecify.annotations.NullMarked;
