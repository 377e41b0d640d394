/** Who calls: the token's claims, overruled by what is known of the user now. */
@NullMarked
package io.ticketing.web.caller;

import org.jspecify.annotations.NullMarked;
