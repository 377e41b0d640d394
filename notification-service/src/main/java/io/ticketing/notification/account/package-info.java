/** The mail that greets whoever signed up. */
@NullMarked
package io.ticketing.notification.welcome;

import org.jspecify.annotations.NullMarked;
