/** Access tokens: issuing them, and recognising our own. */
@NullMarked
package io.ticketing.auth.token;

import org.jspecify.annotations.NullMarked;
