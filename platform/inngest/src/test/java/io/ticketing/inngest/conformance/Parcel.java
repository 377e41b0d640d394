package io.ticketing.inngest.conformance;

import io.quarkus.runtime.annotations.RegisterForReflection;
import java.time.Instant;
import java.util.List;

/** What is sent around. */
@RegisterForReflection
record Parcel(String parcelId, Instant sentAt, List<Thing> things) {

    @RegisterForReflection
    record Thing(String name, int weight) {}

    static Parcel of(String id) {
        return new Parcel(
                id, Instant.parse("2026-01-02T03:04:05Z"), List.of(new Thing("book", 2), new Thing("lamp", 3)));
    }
}
