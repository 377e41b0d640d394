/** What the lists for admins have in common: parameters and pages. */
@NullMarked
package io.ticketing.auth.admin.query;

import org.jspecify.annotations.NullMarked;
