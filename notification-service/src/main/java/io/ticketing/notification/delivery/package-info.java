/** Mails that are owed to somebody: one document per fact, from the moment the fact arrives until the mail is out. */
@NullMarked
package io.ticketing.notification.delivery;

import org.jspecify.annotations.NullMarked;
