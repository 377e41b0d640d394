/** What must not be in the logs. */
@NullMarked
package io.ticketing.e2e.secrecy;

import org.jspecify.annotations.NullMarked;
