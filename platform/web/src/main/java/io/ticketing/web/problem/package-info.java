/** The shape of every answer that fails (RFC 9457), whatever the reason. */
@NullMarked
package io.ticketing.web.problem;

import org.jspecify.annotations.NullMarked;
