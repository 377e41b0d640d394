/** Where the Inngest server is, who this application is to it, and whether calls must be signed. */
@NullMarked
package io.ticketing.inngest.settings;

import org.jspecify.annotations.NullMarked;
