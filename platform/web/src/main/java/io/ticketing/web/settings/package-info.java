/** What an operator has to set, and how a service refuses to start without it. */
@NullMarked
package io.ticketing.web.settings;

import org.jspecify.annotations.NullMarked;
