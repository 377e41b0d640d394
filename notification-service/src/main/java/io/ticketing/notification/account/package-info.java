/** The mails that tell somebody about his account. */
@NullMarked
package io.ticketing.notification.account;

import org.jspecify.annotations.NullMarked;
