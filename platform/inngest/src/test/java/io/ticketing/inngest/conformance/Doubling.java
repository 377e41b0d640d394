package io.ticketing.inngest.conformance;

import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import jakarta.enterprise.context.ApplicationScoped;

/** Is invoked by another. */
@ApplicationScoped
class Doubling implements InngestFunction {

    @Override
    public FunctionConfig config() {
        return FunctionConfig.function("double")
                .onEvent("parcel/never")
                .retries(10)
                .build();
    }

    @Override
    public Object run(FunctionContext context) {
        return 2 * context.event().data().path("n").asInt();
    }
}
