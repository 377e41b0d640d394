package io.ticketing.auth.link;

import io.ticketing.auth.user.PendingLink;
import io.ticketing.events.MailedLink;

/**
 * A link that has just been thought up.
 *
 * @param kept what its user's document keeps of it
 * @param told what the mail is made from
 */
public record NewLink(PendingLink kept, MailedLink told) {}
