/** Parts that are away while people go on working. */
@NullMarked
package io.ticketing.e2e.outage;

import org.jspecify.annotations.NullMarked;
