/** Links that are mailed to people, made here and mailed by notification-service. */
@NullMarked
package io.ticketing.auth.link;

import org.jspecify.annotations.NullMarked;
