/** That nothing remains of whoever is deleted. */
@NullMarked
package io.ticketing.e2e.erasure;

import org.jspecify.annotations.NullMarked;
