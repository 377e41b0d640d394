/** Working the deliveries off: claiming, composing, handing over to the mail server, trying again. */
@NullMarked
package io.ticketing.notification.sending;

import org.jspecify.annotations.NullMarked;
