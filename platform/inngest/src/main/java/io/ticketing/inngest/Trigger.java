package io.ticketing.inngest;

import org.jspecify.annotations.Nullable;

/**
 * What causes a run.
 *
 * @param event the name of the event
 * @param expression a condition over {@code event}; null when each event will do
 */
public record Trigger(String event, @Nullable String expression) {}
