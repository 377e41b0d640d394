/** Requests for roles, and what admins decide on them. */
@NullMarked
package io.ticketing.auth.admin.roles;

import org.jspecify.annotations.NullMarked;
