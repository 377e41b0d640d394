package io.ticketing.inngest.conformance;

import io.quarkus.arc.Arc;
import io.ticketing.inngest.Awaited;
import io.ticketing.inngest.Event;
import io.ticketing.inngest.FunctionConfig;
import io.ticketing.inngest.FunctionContext;
import io.ticketing.inngest.InngestFunction;
import io.ticketing.inngest.Invocation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Map;

/** A step of each kind. */
@ApplicationScoped
class Journey implements InngestFunction {

    private final Depot depot;

    Journey(Depot depot) {
        this.depot = depot;
    }

    @Override
    public FunctionConfig config() {
        return FunctionConfig.function("journey")
                .name("A parcel's journey")
                .onEvent("parcel/sent")
                .concurrency(5)
                .idempotency("event.data.parcelId")
                .retries(10)
                .build();
    }

    @Override
    public Object run(FunctionContext context) {
        Parcel parcel = context.event().data(Parcel.class);
        Parcel.Thing lightest = context.step().run("lightest", Parcel.Thing.class, () -> {
            depot.note("weighed " + parcel.parcelId());
            depot.note("on a virtual thread: " + Thread.currentThread().isVirtual());
            depot.note("in a request: " + Arc.container().requestContext().isActive());
            return parcel.things().getFirst();
        });
        context.step().sleep("rest", Duration.ofSeconds(20));
        context.step().sendEvent("tell", Event.of("parcel/told", Map.of("parcelId", parcel.parcelId())));
        int doubled = context.step()
                .invoke("double", Integer.class, Invocation.of("parcels", "double", Map.of("n", lightest.weight())));
        String answer = context.step()
                .waitForEvent(
                        "answer",
                        Awaited.event("parcel/answered", Duration.ofHours(1))
                                .when("async.data.parcelId == event.data.parcelId"))
                .map(event -> event.data().path("answer").asText())
                .orElse("none");
        return Map.of("doubled", doubled, "answer", answer, "sentAt", parcel.sentAt());
    }
}
