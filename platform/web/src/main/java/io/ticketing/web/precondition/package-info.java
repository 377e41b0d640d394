/** What a caller requires of the state that a request meets (RFC 9110, section 13). */
@NullMarked
package io.ticketing.web.precondition;

import org.jspecify.annotations.NullMarked;
