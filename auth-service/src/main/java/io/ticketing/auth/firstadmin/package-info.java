/** Somebody has to be an admin before anybody can be made one. */
@NullMarked
package io.ticketing.auth.firstadmin;

import org.jspecify.annotations.NullMarked;
