package io.ticketing.inngest.function;

import io.ticketing.inngest.FunctionContext;
import org.jspecify.annotations.Nullable;

/** What a served function does in one call. */
@FunctionalInterface
public interface Work {

    /** Its result, if it comes to its end. */
    @Nullable
    Object in(FunctionContext context) throws Exception;
}
