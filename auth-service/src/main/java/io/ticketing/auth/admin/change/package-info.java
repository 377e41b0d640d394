/** Changing somebody else's account, whatever others do to it meanwhile. */
@NullMarked
package io.ticketing.auth.admin.change;

import org.jspecify.annotations.NullMarked;
