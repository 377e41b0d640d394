/** Analysis by rules and tables, without any network. */
@NullMarked
package io.ticketing.triage.analysis.offline;

import org.jspecify.annotations.NullMarked;
