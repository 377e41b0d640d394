package io.ticketing.inngest.conformance;

import io.ticketing.inngest.Event;
import io.ticketing.inngest.FailureContext;
import io.ticketing.inngest.FailureHandler;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.NonRetriableException;
import io.ticketing.inngest.RetryAfterException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Fails in the way that the event asks for, and is told of it. */
@ApplicationScoped
class Mishap implements InngestFunction, FailureHandler {

    private final Depot depot;

    Mishap(Depot depot) {
        this.depot = depot;
    }

    @Override
    public FunctionConfig config() {
        return FunctionConfig.function("mishap")
                .onEvent("parcel/lost")
                .retries(2)
                .build();
    }

    @Override
    public Object run(FunctionContext context) {
        Event event = context.event();
        depot.note("tried " + event.id());
        return switch (event.data().path("way").asText()) {
            case "step" ->
                context.step().run("search", String.class, () -> {
                    depot.note("searched " + event.id());
                    throw new IllegalStateException("not found");
                });
            case "first attempt" -> {
                if (context.attempt() == 0) {
                    throw new RetryAfterException("later", Duration.ofSeconds(2));
                }
                yield "found";
            }
            case "for good" -> throw new NonRetriableException("gone");
            default -> throw new IllegalStateException("not found");
        };
    }

    @Override
    public void onFailure(FailureContext context) {
        depot.note("failed " + context.event().id() + " " + context.functionId() + " "
                + context.error().message());
    }
}
