/** The mail that tells an assignee about a ticket. */
@NullMarked
package io.ticketing.notification.assignment;

import org.jspecify.annotations.NullMarked;
