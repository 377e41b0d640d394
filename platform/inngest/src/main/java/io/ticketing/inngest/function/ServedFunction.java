package io.ticketing.inngest.function;

import io.ticketing.inngest.FunctionConfig;

/**
 * A function as the server knows it.
 *
 * @param id the full id, {@code <app>-<id>}
 * @param config what it is
 * @param work what it does
 */
public record ServedFunction(String id, FunctionConfig config, Work work) {}
