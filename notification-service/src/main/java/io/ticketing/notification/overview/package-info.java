/** Showing staff how far mails have come. */
@NullMarked
package io.ticketing.notification.overview;

import org.jspecify.annotations.NullMarked;
