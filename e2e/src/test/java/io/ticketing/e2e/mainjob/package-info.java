/** The main job: from three tickets to three assignees with their mails. */
@NullMarked
package io.ticketing.e2e.mainjob;

import org.jspecify.annotations.NullMarked;
