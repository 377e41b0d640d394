/** Asking Gemini: the prompt, the call, and the check of what comes back. */
@NullMarked
package io.ticketing.triage.analysis.gemini;

import org.jspecify.annotations.NullMarked;
