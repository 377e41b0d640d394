/** Child processes, ports and handles that the real parts of a test are made of. */
@NullMarked
package io.ticketing.testing.process;

import org.jspecify.annotations.NullMarked;
