/** The published description, held against every exchange. */
@NullMarked
package io.ticketing.e2e.contract;

import org.jspecify.annotations.NullMarked;
