/** The shape of every answer that succeeds. */
@NullMarked
package io.ticketing.web.envelope;

import org.jspecify.annotations.NullMarked;
