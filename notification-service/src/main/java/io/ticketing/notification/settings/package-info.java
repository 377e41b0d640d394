/** What an operator sets, checked once at start. */
@NullMarked
package io.ticketing.notification.settings;

import org.jspecify.annotations.NullMarked;
