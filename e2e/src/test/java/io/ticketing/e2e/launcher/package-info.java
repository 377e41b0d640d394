/** The launcher's promises. */
@NullMarked
package io.ticketing.e2e.launcher;

import org.jspecify.annotations.NullMarked;
