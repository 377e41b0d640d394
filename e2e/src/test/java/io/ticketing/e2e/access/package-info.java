/** Who may do what: every route with every kind of caller. */
@NullMarked
package io.ticketing.e2e.access;

import org.jspecify.annotations.NullMarked;
