/** Tests of the service as a whole, on a real database, broker and mail server. */
@NullMarked
package io.ticketing.notification;

import org.jspecify.annotations.NullMarked;
