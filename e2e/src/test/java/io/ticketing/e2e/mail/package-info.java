/** The inbox that the stack's mails end in. */
@NullMarked
package io.ticketing.e2e.mail;

import org.jspecify.annotations.NullMarked;
