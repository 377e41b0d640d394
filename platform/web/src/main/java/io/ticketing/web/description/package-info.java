/** What the OpenAPI description says of every service alike, derived at build time from what holds in the code. */
@NullMarked
package io.ticketing.web.description;

import org.jspecify.annotations.NullMarked;
