/** What people and programs send that is wrong. */
@NullMarked
package io.ticketing.e2e.input;

import org.jspecify.annotations.NullMarked;
